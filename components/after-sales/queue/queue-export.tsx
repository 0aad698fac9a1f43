'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ExportFault } from '@/components/export/export-fault'
import type { Export } from '@/components/export/use-export'
import { countText } from '@/components/list/count-text'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

export type QueueExportProps = {
  exporting: Export
  /** How many cases the filters show, COUNT_LIMIT for that many or more; undefined while nobody knows. */
  count: number | undefined
}

/** Beside the filters, for managers; on a phone it is in their panel. */
export function QueueExportButton({ exporting, count }: QueueExportProps) {
  const t = useTranslations('queue.export')
  const name = useName(count)
  return (
    <div className="hidden items-center gap-2 md:flex">
      <ExportFault exporting={exporting} />
      <Button
        aria-disabled={count === 0 || undefined}
        aria-label={name}
        busy={exporting.busy}
        onClick={() => count !== 0 && exporting.start()}
        title={`${name}\n${t('note')}`}
        variant="bare"
      >
        {!exporting.busy && <Icon as={Download} small />}
        {t('button')}
      </Button>
    </div>
  )
}

/** In the panel of the filters: with what the file holds. */
export function QueueExportRow({ exporting, count }: QueueExportProps) {
  const t = useTranslations('queue.export')
  const name = useName(count)
  return (
    <div className="mt-3 grid gap-2 border-t border-line pt-3 md:hidden">
      <p className="text-xs text-ink-3">{t('note')}</p>
      <ExportFault exporting={exporting} />
      <Button
        aria-disabled={count === 0 || undefined}
        busy={exporting.busy}
        busyLabel={t('busy')}
        onClick={() => count !== 0 && exporting.start()}
      >
        <Icon as={Download} small />
        {name}
      </Button>
    </div>
  )
}

/** What a press does: `导出 14 单` */
function useName(count: number | undefined): string {
  const t = useTranslations('queue.export')
  if (count === undefined) return t('button')
  return count === 0 ? t('none') : t('some', { count: countText(count) })
}
