import type { ReplyText } from '@/lib/quick-replies/domain/quick-reply'

/** Of a longer text so many characters stand in a sentence. */
const SHOWN = 60

/** What became of which part of a text; null: only of the reason that goes with it. */
export function sayReplyChange({ before, after }: { before: ReplyText; after: ReplyText }): string | null {
  const parts = (['title', 'text'] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [`${cut(before[field])} → ${cut(after[field])}`],
  )
  return parts.length > 0 ? parts.join(' · ') : null
}

function cut(text: string): string {
  const characters = [...text.replaceAll('\n', ' ')]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join('')
}
