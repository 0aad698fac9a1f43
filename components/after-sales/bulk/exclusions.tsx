'use client'

import { cx } from 'class-variance-authority'
import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { BulkExclusion, BulkPreview } from '@/lib/bulk/views'
import { formatFen } from '@/lib/money'
import { listExcluded } from './excluded'
import { dropCases } from './selection-store'
import { useBulkRefusalText } from './use-bulk-refusal-text'

/** `busy`: it is of what was selected before, and stands there until the new one is known. */
export type ExclusionsProps = { preview: BulkPreview; busy?: boolean }

/** What of the selection cannot go along, and why, reason by reason; each can be taken out. */
export function Exclusions({ preview, busy = false }: ExclusionsProps) {
  if (preview.exclusions.length === 0) return null
  return (
    <ul
      aria-busy={busy || undefined}
      className={cx(
        'max-h-26 flex-none overflow-y-auto px-4 pt-2 text-xs [scrollbar-width:thin]',
        busy && 'text-ink-3',
      )}
    >
      {preview.exclusions.map((exclusion) => (
        <Exclusion exclusion={exclusion} key={JSON.stringify(exclusion.refusal)} preview={preview} />
      ))}
    </ul>
  )
}

function Exclusion({ exclusion, preview: { id, act } }: { exclusion: BulkExclusion; preview: BulkPreview }) {
  const t = useTranslations('bulk')
  const why = useWhy()
  const [dropping, startDropping] = useTransition()
  const drop = () =>
    startDropping(async () => {
      // what could not be listed stays; it does not go along either way
      dropCases(await listExcluded(id, exclusion).catch(() => exclusion.nos))
    })
  const { refusal, cases } = exclusion
  return (
    <li className="flex items-start gap-1.25">
      <Icon as={TriangleAlert} className="mt-0.5 flex-none text-warn" small />
      <span className="min-w-0 flex-1">
        {t(`excluded.${act.type}`, { count: cases, why: why(exclusion) })}
        {'clause' in refusal && <span className="text-ink-3"> · {refusal.clause}</span>}
      </span>
      <Button
        busy={dropping}
        className="-mr-1 h-6! flex-none px-1! text-xs text-accent-ink! md:h-4.5!"
        onClick={drop}
        variant="bare"
      >
        {t('drop')}
      </Button>
    </li>
  )
}

/** In few words: the line is about many cases. */
function useWhy(): (exclusion: BulkExclusion) => string {
  const t = useTranslations('bulk.whyShort')
  const words = useTranslations('words.status')
  const textOf = useBulkRefusalText()
  return ({ refusal, amountFen }) => {
    switch (refusal.code) {
      case 'inspectEach':
        return t(refusal.code, { amount: formatFen(amountFen) })
      case 'notAllowedInStatus':
      case 'deadlinePassed':
        return t(refusal.code, { status: words(refusal.status) })
      default:
        return textOf(refusal)
    }
  }
}
