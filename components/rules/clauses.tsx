import { useTranslations } from 'next-intl'
import { CLAUSES, type Clause } from '@/lib/after-sales/domain/clauses'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import { formatFen } from '@/lib/money'

type Part<C> = C extends `${infer P}.${string}` ? P : never
// A dot would be a path within the messages.
type Key<C> = C extends `${infer P}.${infer N}` ? `${P}_${N}` : never

const HOUR_MS = 60 * 60 * 1000
const { reviewMs, returnMs, receiptMs, evidenceMs, disputeAfterRejectionMs, ...policy } = CURRENT_POLICY
const numbers = {
  reviewHours: reviewMs / HOUR_MS,
  returnDays: returnMs / HOUR_MS / 24,
  receiptDays: receiptMs / HOUR_MS / 24,
  instantHours: policy.instantRefund.paidWithinMs / HOUR_MS,
  instantBelow: formatFen(policy.instantRefund.totalBelowFen),
  min: policy.rejectionText.min,
  max: policy.rejectionText.max,
  disputeDays: disputeAfterRejectionMs / HOUR_MS / 24,
  evidenceHours: evidenceMs / HOUR_MS,
  evidenceChars: policy.evidenceText.max,
  files: policy.attachmentsPerSubmission,
  exchangeDays: policy.exchangeMs / HOUR_MS / 24,
  repairDays: policy.repairMs / HOUR_MS / 24,
  confirmDays: policy.serviceConfirmMs / HOUR_MS / 24,
  answerHours: policy.serviceAnswerMs / HOUR_MS,
}

const parts = [...new Set(CLAUSES.map((clause) => clause.split('.')[0] as Part<Clause>))]

/** Every clause that a decision can cite, in plain words, with the policy's own numbers. `#R1.3` leads to it. */
export function Clauses() {
  const t = useTranslations('rules')
  return parts.map((part) => (
    <section aria-labelledby={part} className="mt-8" key={part}>
      <h2 className="border-b border-line-strong pb-1.5 text-base font-semibold text-ink" id={part}>
        {t(`parts.${part}`)}
      </h2>
      <dl>
        {CLAUSES.filter((clause) => clause.startsWith(`${part}.`)).map((clause) => (
          <div
            className="grid scroll-mt-4 grid-cols-[48px_minmax(0,1fr)] border-b border-line py-2.5 target:bg-accent-tint target:shadow-[inset_2px_0_var(--color-accent)]"
            id={clause}
            key={clause}
          >
            <dt className="pl-3 text-xs leading-5.5 text-ink-3">
              <a className="text-ink-3" href={`#${clause}`}>
                {clause}
              </a>
            </dt>
            <dd className="pr-3 leading-read text-ink">
              {t(`clauses.${clause.replace('.', '_') as Key<Clause>}`, numbers)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
