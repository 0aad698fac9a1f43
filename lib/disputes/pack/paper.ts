/** A document before it is drawn: words only, in the language of who asked for it. The same words make the same bytes. */
export type Paper = {
  /** What the file is called. */
  name: string
  title: string
  /** Whose it is: shop, case, buyer, what is asked. */
  head: Fact[]
  parts: Part[]
  /** Below every page. */
  foot: string
  /** With `{n}` and `{of}` in it. */
  page: string
}

export type Fact = { name: string; value: string }
export type Part = {
  title: string
  /** The clause that it stands on. */
  clause: string | null
  facts: Fact[]
  entries: Entry[]
}
/** Something that was said or done. `aside`: what else is known of it, at the right. */
export type Entry = { when: string; who: string; text: string; aside: string }
