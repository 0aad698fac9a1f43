import { gzipSync } from 'node:zlib'
import type { Body } from './send'

/** Bodies that are wrong as a whole, whatever they should have been. `valid` is the text of one that would be right. */

export type Whole = {
  done: string
  body: Body
  headers?: Readonly<Record<string, string>>
  status: number
  code: string
  /** The one that is named; null where none is. */
  path: string | null
}

const JSON_TYPE = { 'Content-Type': 'application/json' }
const MB = 1_048_576

export function wholeFaults(valid: string): Whole[] {
  return [...unparsable(valid), ...ofAnotherKind(), ...tooMuch(), ...ofAnotherType(valid)]
}

function unparsable(valid: string): Whole[] {
  const texts: Record<string, Body> = {
    'cut off': valid.slice(0, -1) || '{',
    'followed by more': `${valid}{}`,
    'with a comma at its end': valid.replace(/}$/, ',}'),
    'with single quotes': `{'a': 1}`,
    'with a comment': `${valid} // so`,
    'with NaN': '{"a": NaN}',
    'with an odd escape': '{"a": "\\x41"}',
    'with a raw line break in a text': '{"a": "\n"}',
    'only white space': ' \n ',
    'only a byte order mark': '\ufeff',
    'nothing but NUL': '\0',
    'a form': 'a=1&b=2',
    'no UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    'an overlong character': Buffer.from([0x22, 0xc0, 0x80, 0x22]),
    'a surrogate in UTF-8': Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
    'UTF-16': Buffer.from(valid, 'utf16le'),
    gzip: gzipSync(valid),
  }
  return Object.entries(texts).map(([done, body]) => ({
    done,
    body,
    headers: JSON_TYPE,
    status: 400,
    code: 'invalidJson',
    path: null,
  }))
}

function ofAnotherKind(): Whole[] {
  return ['[]', '[{}]', 'null', '""', '"x"', '0', '1e400', 'true'].map((body) => ({
    done: body,
    body,
    headers: JSON_TYPE,
    status: 422,
    code: 'invalidRequest',
    path: '',
  }))
}

function tooMuch(): Whole[] {
  const tooLarge = { status: 413, code: 'bodyTooLarge', path: null }
  const deep = { headers: JSON_TYPE, status: 422, code: 'invalidRequest' }
  return [
    {
      done: '20 MB that say so',
      body: flood(20 * MB),
      headers: { ...JSON_TYPE, 'Content-Length': `${20 * MB}` },
      ...tooLarge,
    },
    { done: '20 MB that say nothing', body: flood(20 * MB), headers: JSON_TYPE, ...tooLarge },
    { done: '20 MB that say 2', body: flood(20 * MB), headers: { ...JSON_TYPE, 'Content-Length': '2' }, ...tooLarge },
    { done: 'a byte too many', body: ' '.repeat(MB + 1), headers: JSON_TYPE, ...tooLarge },
    {
      done: '100,000 lists deep',
      body: '['.repeat(100_000) + ']'.repeat(100_000),
      ...deep,
      path: Array(33).fill('0').join('.'),
    },
    {
      done: '100,000 objects deep',
      body: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      ...deep,
      path: Array(33).fill('a').join('.'),
    },
  ]
}

function ofAnotherType(valid: string): Whole[] {
  const types: Record<string, string>[] = [
    {},
    { 'Content-Type': 'text/plain' },
    { 'Content-Type': 'application/x-www-form-urlencoded' },
    { 'Content-Type': 'multipart/form-data; boundary=x' },
    { 'Content-Type': 'application/json; charset=utf-16' },
    { 'Content-Type': 'application/jsonp' },
    { 'Content-Type': 'application/json, text/plain' },
    { ...JSON_TYPE, 'Content-Encoding': 'gzip' },
    { ...JSON_TYPE, 'Content-Encoding': 'br' },
  ]
  return types.map((headers) => ({
    done: JSON.stringify(headers),
    body: valid,
    headers,
    status: 415,
    code: 'unsupportedMediaType',
    path: null,
  }))
}

/** As many bytes, made as they are asked for: whoever stops listening is spared the rest. */
export function flood(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes
  const piece = new Uint8Array(65_536).fill(0x20)
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close()
      controller.enqueue(piece)
      left -= piece.length
    },
  })
}
