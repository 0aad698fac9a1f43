/** What somebody is looking for: `from` is where the slash stands. */
export type Slash = { from: number; query: string }

/**
 * A slash at the beginning of a line or after a blank, up to the cursor, asks for a quick reply. Chinese keyboards write
 * other signs with the same key; one of those counts at the beginning only, where nothing else begins with it.
 */
export function findSlash(text: string, cursor: number): Slash | null {
  const found = /(?:^|\s)[/／]([^\s/／]*)$|(?:^|\n)、([^\s、/]*)$/u.exec(text.slice(0, cursor))
  if (!found) return null
  const query = found[1] ?? found[2] ?? ''
  return { from: cursor - query.length - 1, query }
}
