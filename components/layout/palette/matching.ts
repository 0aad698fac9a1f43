export type Findable = {
  label: string
  /** What else it is looked for by; another language's words among them. */
  words: string
}

/** No label is so long: whatever it holds comes before what is only known by another word. */
const AFTER_LABELS = 1000

/**
 * Where a text is found: its place in the label, or behind all labels among the other words; null when a part of it is
 * nowhere. Blanks part the text. Latin letters are found where a word begins, Chinese ones anywhere.
 */
export function findIn(text: string, { label, words }: Findable): number | null {
  const [own, other] = [plain(label), plain(words)]
  let first = Number.POSITIVE_INFINITY
  for (const part of plain(text).split(' ')) {
    const place = placeIn(own, part) ?? placeIn(own.replaceAll(' ', ''), part)
    const known = place ?? placeIn(other, part)
    if (known === null) return null
    first = Math.min(first, place === null ? AFTER_LABELS + known : place)
  }
  return first
}

function placeIn(text: string, part: string): number | null {
  let at = text.indexOf(part)
  while (at > 0 && LATIN.test(part[0] ?? '') && LATIN.test(text[at - 1] ?? '')) at = text.indexOf(part, at + 1)
  return at === -1 ? null : at
}

const LATIN = /[a-z0-9]/

/** Those that the text is found in, by where; of two at one place the first stays the first. */
export function rank<T>(text: string, all: readonly T[], read: (one: T) => Findable): T[] {
  return all
    .map((one) => ({ one, place: findIn(text, read(one)) }))
    .filter((found): found is { one: T; place: number } => found.place !== null)
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}

/** Full and half width, upper and lower case are one. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')
}
