'use client'

import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { CaseView } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import type { Missing } from './use-rejection'

/** What is still missing, or what a rejection brings about. */
export function RejectFooterNote({ missing, view }: { missing: Missing | null; view: CaseView }) {
  const t = useTranslations('reject')
  if (missing === null) {
    return view.type === 'REFUND_ONLY'
      ? t('after', { amount: formatFen(view.amountFen, view.currency) })
      : t('afterReturn')
  }
  if (missing.what === 'contact') {
    return (
      <span className="flex items-center gap-1.5 text-warn">
        <Icon as={Lock} small />
        {t('todo.contact', { clause: 'R1.3' })}
      </span>
    )
  }
  if (missing.what === 'unfilled') return t('todo.unfilled', { names: missing.names })
  return missing.what === 'reason' || missing.what === 'connection'
    ? t(`todo.${missing.what}`)
    : t(`todo.${missing.what}`, { n: missing.n })
}
