import { hostileValuesFor } from './hostile-values'
import { insertAt, replaceAt, valueAt, withoutAt } from './json-text'
import { fieldsOf, isFreeText, type Path, type Schema, typesOf } from './schema'
import { dotted } from './verdict'

/** A valid body, spoilt in one place: what was done, and the text that is sent. `written`: where a person's text is now. */
export type Spoilt = { done: string; text: string; written?: Path }

const UNKNOWN = [
  'foo',
  '__proto__',
  'constructor',
  'toString',
  'a.b',
  '',
  '\0',
  'ключ',
  'x'.repeat(300),
  ' orderNo',
  `x${'🧵'.repeat(150)}`,
  '\ud800',
]

/** One fault, or one odd but valid value, at a time, at every place of the schema. */
export function spoil(schema: Schema, body: unknown): Spoilt[] {
  return fieldsOf(schema).flatMap(({ path, schema: own }) => [
    ...(path.length > 0 ? replaceWithHostile(own, body, path) : []),
    ...addUnknown(own, body, path),
    ...leaveOut(own, body, path),
    ...stretch(own, body, path),
  ])
}

function replaceWithHostile(schema: Schema, body: unknown, path: Path): Spoilt[] {
  return hostileValuesFor(schema).map((value) => ({
    done: `${dotted(path)} = ${value.slice(0, 80)}`,
    text: replaceAt(body, path, value),
    ...(isFreeText(schema) ? { written: path } : {}),
  }))
}

function addUnknown(schema: Schema, body: unknown, path: Path): Spoilt[] {
  if (!typesOf(schema).includes('object') || valueAt(body, path) === undefined) return []
  return UNKNOWN.map((name) => ({
    done: `an unknown ${JSON.stringify(name).slice(0, 80)} in ${dotted(path) || 'the body'}`,
    text: insertAt(body, path, `${JSON.stringify(name)}: {"admin": true}`),
  }))
}

function leaveOut({ required = [] }: Schema, body: unknown, path: Path): Spoilt[] {
  return required
    .map((name) => [...path, name])
    .filter((at) => valueAt(body, at) !== undefined)
    .map((at) => ({ done: `without ${dotted(at)}`, text: withoutAt(body, at) }))
}

/** Lists with nothing in them, with the same twice, with more than there may be. */
function stretch({ items, maxItems }: Schema, body: unknown, path: Path): Spoilt[] {
  const first: unknown = valueAt(body, [...path, 0])
  if (!items || first === undefined) return []
  return [2, (maxItems ?? 0) + 1, 5000].map((length) => ({
    done: `${dotted(path)} with the same ${length} times`,
    text: replaceAt(body, path, JSON.stringify(Array(length).fill(first))),
  }))
}
