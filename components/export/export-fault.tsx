'use client'

import { useTranslations } from 'next-intl'
import type { Export } from './use-export'

/** Why there is no file, beside what asked for it. */
export function ExportFault({ exporting: { fault } }: { exporting: Export }) {
  const t = useTranslations('queue.export.error')
  return (
    fault && (
      <span className="text-xs text-danger" role="alert">
        {t(fault)}
      </span>
    )
  )
}
