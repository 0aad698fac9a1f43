'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type DisputeStep, useDesk } from '@/components/after-sales/case/desk'
import { frozenLeft } from '@/components/after-sales/frozen-left'
import { useStatusName } from '@/components/after-sales/use-status-name'
import { ConfirmBar } from '@/components/ui/confirm-bar'
import { consequenceOf, isTarget } from '@/lib/after-sales/domain/deadline'
import { concedesByReturn } from '@/lib/after-sales/domain/decide/dispute'
import { policyOf } from '@/lib/after-sales/domain/policy'
import type { CaseView } from '@/lib/after-sales/views'
import type { DisputeView } from '@/lib/disputes/views'
import { formatFen } from '@/lib/money'

const DAY = 24 * 60 * 60 * 1000
type Said = { label: string; say: ReactNode; doIt: string; busy: string; go: () => void }

/** R4.2, R4.6 Stands in the bar's place and says what giving in or taking back brings about; Enter does it, Esc goes back. */
export function DisputeConfirmation({ dispute, which }: { dispute: DisputeView; which: DisputeStep }) {
  const acts = useTranslations('case.acts')
  const { view, deciding, offline, open } = useDesk()
  const concession = useConcession(view)
  const withdrawal = useWithdrawal(view, dispute)
  const { label, say, doIt, busy, go } = which === 'concede' ? concession : withdrawal
  return (
    <ConfirmBar
      busy={deciding}
      busyLabel={busy}
      className="md:py-1.5"
      doIt={doIt}
      label={label}
      onCancel={() => open(null)}
      onConfirm={go}
      reason={offline && acts('offline')}
    >
      <p>{say}</p>
    </ConfirmBar>
  )
}

const strong = (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>

function useConcession(view: CaseView): Said {
  const t = useTranslations('dispute.concede')
  const { decide } = useDesk()
  const returning = concedesByReturn(view)
  const to = view.returnAddress ?? view.returnAddresses[0]
  const said = {
    amount: formatFen(view.amountFen, view.currency),
    buyer: view.buyer.name,
    days: policyOf(view.policyVersion).returnMs / DAY,
    address: to ? `${to.region} ${to.detail}` : '',
    b: strong,
  }
  return {
    label: t('label'),
    say: t.rich(returning ? 'sayReturn' : 'sayRefund', said),
    doIt: returning ? t('doReturn') : t('doRefund', { amount: said.amount }),
    busy: t('busy'),
    go: () =>
      decide(
        { type: 'concedeDispute' },
        t(returning ? 'doneReturn' : 'doneRefund', { amount: said.amount, buyer: said.buyer }),
        'stay',
      ),
  }
}

function useWithdrawal(view: CaseView, { frozen, from }: DisputeView): Said {
  const t = useTranslations('dispute.withdraw')
  const statusName = useStatusName()
  const locale = useLocale()
  const { decide } = useDesk()
  const stands = frozenLeft(frozen?.remainingMs ?? 0, locale)
  const then = consequenceOf({ type: view.type, amountFen: view.amountFen, deadline: frozen })
  return {
    label: t('label'),
    say: t.rich(frozen === null ? 'sayNoClock' : isTarget(frozen.kind) ? 'sayTarget' : 'say', {
      status: statusName(from, view.type),
      ...stands,
      outcome: then?.outcome ?? 'CLOSE',
      amount: formatFen(view.amountFen, view.currency),
      b: strong,
    }),
    doIt: t('do'),
    busy: t('busy'),
    go: () =>
      decide(
        { type: 'withdrawDispute' },
        frozen === null || isTarget(frozen.kind) ? t('doneNoClock') : t('done', stands),
        'stay',
      ),
  }
}
