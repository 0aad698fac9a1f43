import { type CaseCount, caseCountText } from '@/lib/saved-filters/domain/case-count'

/** How many cases a saved filter shows; nothing for none. */
export function ViewCount({ count, className = '' }: { count: CaseCount; className?: string }) {
  if (count.cases === 0 && !count.more) return null
  return <span className={`flex-none text-xs font-normal text-ink-3 ${className}`}>{caseCountText(count)}</span>
}
