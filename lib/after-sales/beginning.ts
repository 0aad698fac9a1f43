const LAST = 0x10ffff
const SURROGATES = { before: 0xd7ff, after: 0xe000 }

/**
 * For SQL: the column's text begins so, a range of its `text_pattern_ops` index. Not by LIKE, which row-level security keeps
 * from choosing rows by an index: it may tell of what it compares.
 */
export function beginsWith(column: string, beginning: string, add: (value: unknown) => string): string {
  const first = beginning.toWellFormed()
  const next = textAfter(first)
  const from = `"${column}" ~>=~ ${add(first)}`
  return next === null ? from : `(${from} AND "${column}" ~<~ ${add(next)})`
}

/** The first text that comes, code point by code point, after all that begin so; null: none does. */
export function textAfter(beginning: string): string | null {
  const points = [...beginning].map((char) => char.codePointAt(0) ?? 0)
  while (points.at(-1) === LAST) points.pop()
  const last = points.pop()
  if (last === undefined) return null
  return String.fromCodePoint(...points, last === SURROGATES.before ? SURROGATES.after : last + 1)
}
