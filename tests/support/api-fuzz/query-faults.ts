import type { Parameter } from './operations'
import { type Schema, typesOf } from './schema'

/** A query with something wrong in it: what was done, the query as it is sent, and the one parameter that is named. */
export type QueryFault = { done: string; query: string; path: string }

const NUMBERS = ['0', '-1', '101', '1e1', '1e9', '1.5', '0x10', '+1', '01', '٣', 'abc', '9'.repeat(400), '1%00', '%201']
const NAMES = [
  '%00',
  '%ED%A0%80',
  '%FF',
  'a/b',
  '..',
  'a%20b',
  '-',
  'x'.repeat(65),
  'x'.repeat(8000),
  "a'--",
  '%E8%AE%A2',
]
const CHOICES = ['OPEN', 'toString', '__proto__', 'null', 'x'.repeat(8000), 'PENDING_REVIEW%00']
const CURSORS = [
  'nonsense',
  'W10',
  'bnVsbA',
  'WyJzZXEiLDFd%00',
  'WzFd',
  'x'.repeat(501),
  '%2B',
  'eyJhIjoxfQ',
  'WyJuZXdlc3QiLDFlOTksIngiXQ',
]

/** Of the parameters that there are, and of some that there are not. */
export function queryFaults(parameters: readonly Parameter[]): QueryFault[] {
  return [...parameters.flatMap(({ name, schema }) => faultsOf(name, schema)), ...unknownOnes()]
}

function faultsOf(name: string, schema: Schema): QueryFault[] {
  const values = ['', ...valuesFor(name, schema)]
  const good = encodeURIComponent(String(schema.enum?.[0] ?? schema.const ?? '1'))
  return [
    ...values.map((value) => ({ done: `${name}=${value.slice(0, 60)}`, query: `?${name}=${value}`, path: name })),
    { done: `${name} twice`, query: `?${name}=${good}&${name}=${good}`, path: name },
    { done: `${name} as a list`, query: `?${name}[]=${good}`, path: `${name}[]` },
    { done: `${name} in capitals`, query: `?${name.toUpperCase()}=${good}`, path: name.toUpperCase() },
  ]
}

function valuesFor(name: string, schema: Schema): readonly string[] {
  if (typesOf(schema).includes('integer')) return NUMBERS
  if (name === 'cursor') return CURSORS
  return schema.enum || schema.const !== undefined ? [...CHOICES, ...lowered(schema)] : NAMES
}

function lowered({ enum: choices = [], const: only }: Schema): string[] {
  return [...choices, only]
    .filter((one) => typeof one === 'string')
    .map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()))
}

function unknownOnes(): QueryFault[] {
  return [
    { done: 'an unknown one', query: '?foo=1', path: 'foo' },
    { done: 'one of the body', query: '?version=1', path: 'version' },
    { done: '__proto__', query: '?__proto__[x]=1', path: '__proto__[x]' },
    { done: '__proto__ itself', query: '?__proto__=1', path: '__proto__' },
    { done: 'one without a name', query: '?=1', path: '' },
    { done: 'one with NUL', query: '?%00=1', path: '\0' },
    { done: 'one that is no UTF-8', query: '?%FF=1', path: '\ufffd' },
    { done: 'one of 8000 characters', query: `?${'y'.repeat(8000)}=1`, path: 'y'.repeat(200) },
  ]
}
