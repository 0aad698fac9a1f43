import { useLocale, useTranslations } from 'next-intl'
import { useAmountText } from '@/components/after-sales/use-amount-text'
import { Thumb } from '@/components/ui/thumb'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import { formatDate } from '@/lib/i18n/time'

/** On a phone, where the facts are behind a tab: what it is about, whose it is, how much. */
export function GoodsStrip({ view }: { view: CaseView }) {
  const t = useTranslations('case')
  const words = useTranslations('words')
  const amount = useAmountText()({ ...view, refundFen: view.refund?.amountFen })
  const locale = useLocale()
  const [first] = view.lines
  const { deliveredAt } = view.order
  if (!first) return null
  return (
    <div className="flex flex-none items-start gap-2.5 border-b border-line px-4 py-3.5 md:hidden">
      <Thumb alt={first.title} className="size-12" src={first.imageUrl} />
      <div className="min-w-0 flex-1">
        <div className="text-ink">
          {first.title} {words('quantity', { n: first.quantity })}
          {view.lines.length > 1 && ` ${words('furtherLines', { n: view.lines.length - 1 })}`}
        </div>
        <div className="text-xs text-ink-3">
          {view.buyer.name}
          {' · '}
          {deliveredAt === null
            ? t('order.undelivered')
            : t('order.delivered', { date: formatDate(deliveredAt, view.now, locale) })}
          {' · '}
          {t('buyer.short', { cases: view.buyerHistory.caseCount })}
        </div>
      </div>
      <span
        className={`whitespace-nowrap ${isServiceType(view.type) ? 'text-sm text-ink-3' : 'font-semibold text-ink'}`}
      >
        {amount}
      </span>
    </div>
  )
}
