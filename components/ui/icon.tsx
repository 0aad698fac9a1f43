import type { LucideIcon } from 'lucide-react'

/** A Lucide glyph in the text's colour: 16 px, or 14 px (`small`) beside 12 px text. The word beside it says what it means. */
export function Icon({ as: Glyph, small = false, className }: { as: LucideIcon; small?: boolean; className?: string }) {
  return <Glyph aria-hidden className={className} size={small ? 14 : 16} strokeWidth={small ? 1.9 : 1.75} />
}
