'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { cellClass } from '@/components/settings/table-class'
import { Icon } from '@/components/ui/icon'
import type { WebhookDeliveryRow } from '@/lib/webhooks/views'
import { DeliveryDetail } from './delivery-detail'
import { Answer, DeliveryStanding, DeliverySubject, Instant, TypeName } from './delivery-facts'
import { narrowClass, wideClass } from './wide-class'

export type DeliveryRowsProps = {
  row: WebhookDeliveryRow
  endpointId: string
  shopId: string
  now: number
  paused: boolean
  open: boolean
  disabled: boolean
  onToggle: () => void
  onResent: () => Promise<void>
}

/** A delivery, and below it, once opened, all of it. Where there is no room for columns its facts stand under its time. */
export function DeliveryRows({ onToggle, ...props }: DeliveryRowsProps) {
  const { row, now, paused, open } = props
  const t = useTranslations('webhooks')
  const id = useId()
  const cell = `${cellClass} ${open ? 'border-inset!' : ''}`
  const standing = <DeliveryStanding now={now} paused={paused} row={row} />
  const answer = <Answer lastError={row.lastError} lastStatusCode={row.lastStatusCode} />
  return (
    <>
      <tr className={`relative hover:bg-inset ${open ? 'bg-inset' : ''}`}>
        <td className={`${cell} pr-0! xl:pr-5!`}>
          <div className="flex items-start gap-x-3">
            <button
              aria-controls={open ? id : undefined}
              aria-expanded={open}
              className="inline-flex items-center gap-1 rounded-sm whitespace-nowrap text-ink after:absolute after:inset-0 max-md:min-h-6"
              onClick={onToggle}
              type="button"
            >
              <Icon as={ChevronRight} className={open ? 'rotate-90' : undefined} small />
              <Instant at={row.createdAt} now={now} />
              <span className="sr-only">
                {t(`types.${row.type}`)} {row.subject}
              </span>
            </button>
            <span className={`ml-auto ${narrowClass}`}>{standing}</span>
          </div>
          <div className={`mt-0.5 grid gap-0.5 pl-4.5 text-ink-2 ${narrowClass}`}>
            <span>
              <TypeName type={row.type} />
            </span>
            <span>
              <DeliverySubject subject={row.subject} type={row.type} />
            </span>
            {row.attempts > 0 && (
              <span>
                {t('attempted', { count: row.attempts })} · {answer}
              </span>
            )}
          </div>
        </td>
        <td className={`${cell} ${wideClass}`}>
          <TypeName type={row.type} />
        </td>
        <td className={`${cell} ${wideClass}`}>
          <DeliverySubject subject={row.subject} type={row.type} />
        </td>
        <td className={`${cell} ${wideClass}`}>{standing}</td>
        <td className={`${cell} ${wideClass} text-right`}>{row.attempts}</td>
        <td className={`${cell} ${wideClass} text-ink-2`}>{answer}</td>
      </tr>
      {open && (
        <tr id={id}>
          <td className={`${cellClass} bg-inset p-0!`} colSpan={6}>
            <DeliveryDetail {...props} />
          </td>
        </tr>
      )}
    </>
  )
}
