import { useTranslations } from 'next-intl'
import { useStatusName } from '@/components/after-sales/use-status-name'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import { CaseLink } from './case-link'
import { Facts } from './facts'
import { Section } from './section'

/** Who asks: a year of orders in this shop, and the other cases. `linked`: the viewer has a page for them. */
export function BuyerFacts({ view, linked = false }: { view: CaseView; linked?: boolean }) {
  const t = useTranslations('case.buyer')
  const words = useTranslations('words')
  const statusName = useStatusName()
  const { buyer, buyerHistory: history, currency } = view
  return (
    <Section narrow title={t('title', { name: buyer.name })}>
      <Facts
        of={[
          [t('year'), t('orders', { count: history.orders, sum: formatFen(history.paidFen, currency) })],
          [t('cases'), t('caseCount', { cases: history.caseCount, refunded: history.refundedCount })],
        ]}
      />
      {history.cases.length > 0 && (
        <ul aria-label={t('others')} className="mt-2 grid gap-1 text-xs">
          {history.cases.map(({ no, type, status, amountFen, title }) => (
            <li className="flex items-baseline gap-2" key={no}>
              {linked ? (
                <CaseLink className={OTHER} no={no} title={no}>
                  {title}
                </CaseLink>
              ) : (
                <span className={OTHER} title={no}>
                  {title}
                </span>
              )}
              <span className="whitespace-nowrap text-ink">
                {isServiceType(type) ? words(`type.${type}`) : formatFen(amountFen, currency)}
              </span>
              <span className="whitespace-nowrap text-ink-3">{statusName(status, type)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const OTHER = 'min-w-0 flex-1 truncate'
