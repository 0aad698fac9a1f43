'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useToday } from '@/components/after-sales/use-ticked'
import type { HrefOf } from '@/components/list/use-list-href'
import { Sheet } from '@/components/ui/sheet'
import { ToggleGroup } from '@/components/ui/toggle-group'
import type { BulkItemState, BulkProgress } from '@/lib/bulk/views'
import { formatWhen } from '@/lib/i18n/time'
import { PickFailed } from './pick-failed'
import { ResultList } from './result-list'
import { useRunWords } from './use-run-words'

const FILTERS = ['REFUSED', 'STOPPED', 'DONE', 'EXCLUDED'] as const

export type ResultsSheetProps = { run: BulkProgress; hrefOf: HrefOf; onClose: () => void }

/** What became of every single case, and the way to select those again that did not go through. */
export default function ResultsSheet({ run, hrefOf, onClose }: ResultsSheetProps) {
  const t = useTranslations('bulk')
  const common = useTranslations('common')
  const locale = useLocale()
  const today = useToday()
  const { outcomeOf } = useRunWords()
  const [state, setState] = useState<BulkItemState | null>(null)
  const counts = { REFUSED: run.refused, STOPPED: run.stopped, DONE: run.done, EXCLUDED: undefined }
  const offered = FILTERS.filter((one) => counts[one] !== 0)
  const failed = run.refused + run.stopped
  return (
    <Sheet
      closeLabel={common('close')}
      detail={formatWhen(run.startedAt, today, locale)}
      footer={failed > 0 && <PickFailed count={failed} id={run.id} onPicked={onClose} />}
      onOpenChange={(open) => open || onClose()}
      open
      title={t('results.title', { act: run.act.type })}
    >
      <div className="sticky top-0 z-10 border-b border-line bg-surface px-4 py-3 md:px-6">
        <p className="mb-2 text-ink">{outcomeOf(run)}</p>
        <div className="overflow-x-auto">
          <ToggleGroup
            aria-label={t('results.filter')}
            onValueChange={(value) => setState(FILTERS.find((one) => one === value) ?? null)}
            options={[
              { value: 'ANY', label: t('results.any') },
              ...offered.map((one) => ({
                value: one,
                label: `${t(`results.only.${one}`)} ${counts[one] ?? ''}`.trim(),
              })),
            ]}
            value={state ?? 'ANY'}
          />
        </div>
      </div>
      <ResultList hrefOf={hrefOf} id={run.id} onOpen={onClose} state={state} />
    </Sheet>
  )
}
