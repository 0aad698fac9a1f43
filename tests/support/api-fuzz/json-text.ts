import type { Path } from './schema'

/** JSON with something in it that no value of JavaScript is written as: `1e400`, `-0`, a lone surrogate, a name twice. */

const MARK = '\u0001here\u0001'

/** The body with this JSON text at a place, which is made where it is missing. */
export function replaceAt(body: unknown, path: Path, text: string): string {
  return JSON.stringify(withValue(body, path, MARK)).replace(JSON.stringify(MARK), () => text)
}

/** The body with one member more in the object at a place; the text is `"name": value`, and stands first. */
export function insertAt(body: unknown, path: Path, member: string): string {
  const object = Object(valueAt(body, path))
  const marked = withValue(body, path, { [MARK]: 0, ...object })
  return JSON.stringify(marked).replace(`${JSON.stringify(MARK)}:0`, () => member)
}

export function withoutAt(body: unknown, path: Path): string {
  return JSON.stringify(withValue(body, path, undefined))
}

export function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => Object(node)[key], body)
}

export function withValue(body: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  const inner = withValue(Object(body)[key], rest, value)
  if (typeof key === 'number') return Object.assign(Array.isArray(body) ? [...body] : [], { [key]: inner })
  return { ...Object(body), [key]: inner }
}
