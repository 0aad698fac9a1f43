import { Fragment } from 'react'
import { findUnfilled } from '@/lib/quick-replies/domain/variables'

/** A text whose placeholders without a value stand out. */
export function MarkedText({ text }: { text: string }) {
  const [unfilled, ...others] = findUnfilled(text)
  if (unfilled === undefined) return text
  // one after the other: what lies between two of the first may hold the others
  return text.split(unfilled).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
    <Fragment key={at}>
      {at > 0 && <mark className="rounded-[3px] bg-warn-tint px-0.5 font-semibold text-warn">{unfilled}</mark>}
      {others.length > 0 ? <MarkedText text={part} /> : part}
    </Fragment>
  ))
}
