'use client'

import { cx } from 'class-variance-authority'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useAnySelected } from '@/components/after-sales/bulk/selection-store'
import { can, type DisputeStep, useDesk } from '@/components/after-sales/case/desk'
import { Gate, useGateReason } from '@/components/after-sales/case/gate'
import { useCaseKeys } from '@/components/after-sales/case/use-case-keys'
import { useActs } from '@/components/layout/acts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { useSendKey } from '@/components/ui/use-send-key'
import type { CommandType } from '@/lib/after-sales/domain/commands'
import { concedesByReturn } from '@/lib/after-sales/domain/decide/dispute'
import type { DisputeView } from '@/lib/disputes/views'
import { formatFen } from '@/lib/money'
import { DisputeConfirmation } from './dispute-confirmation'
import { useEvidence } from './use-evidence'

/** What can be done in a dispute: give evidence, take the dispute back, give in. */
export function DisputeBar({ dispute }: { dispute: DisputeView }) {
  const desk = useDesk()
  const { view, step, deciding } = desk
  const mayWrite = view.available.includes('sendMessage')
  const confirming = step === 'concede' || step === 'withdraw' ? step : null
  const reply = useTranslations('case.acts')('reply')
  useActs('case', () => [mayWrite && { id: 'write', label: reply, keys: 'C', run: desk.compose }])
  useCaseKeys({
    ...(mayWrite && { c: desk.compose }),
    ...(confirming && !deciding && { escape: () => desk.open(null) }),
  })
  const mayEnd = [...view.available, ...view.blocked.map(({ action }) => action)].some((act) => ENDINGS.has(act))
  if (confirming) return <DisputeConfirmation dispute={dispute} which={confirming} />
  if (!desk.evidenceOpen && !mayEnd) return null
  return (
    <section
      className="grid flex-none grid-cols-2 items-center gap-2 border-t border-line-strong bg-surface px-4 pt-2.5 pb-3 md:flex md:min-h-(--size-actions) md:flex-wrap md:py-2"
      data-bar="dispute"
    >
      {desk.evidenceOpen && <Submit dispute={dispute} />}
      <span className="flex-1 max-md:hidden" />
      <WayOut />
    </section>
  )
}

/** How the merchant ends a dispute; on a service there is no conceding (R4.6). */
const ENDINGS: ReadonlySet<CommandType> = new Set(['concedeDispute', 'withdrawDispute'])

function Submit({ dispute }: { dispute: DisputeView }) {
  const t = useTranslations('dispute.form')
  const desk = useDesk()
  const selecting = useAnySelected()
  const { reason, send, blank } = useEvidence(dispute)
  const sendKey = useSendKey(() => {
    // Enter in the composer is the buyer's, and while cases are selected what is written is for them
    if (!selecting && desk.step === null && !desk.deciding && document.activeElement !== desk.composer.current)
      send(true)
  })
  useActs('case', () => [
    !desk.deciding && {
      id: 'evidence',
      label: t(blank ? 'onlyDone' : 'submitDone'),
      keys: sendKey,
      whyNot: reason,
      run: reason === null ? () => send(true) : null,
    },
  ])
  return (
    <>
      <Button
        busy={desk.deciding}
        busyLabel={t('busyDone')}
        className="max-md:col-span-2 max-md:h-11!"
        onClick={() => send(true)}
        reason={reason}
        size="lg"
        variant={selecting ? 'plain' : 'primary'}
      >
        {t(blank ? 'onlyDone' : 'submitDone')}
        {!selecting && <Kbd className="max-md:hidden">{sendKey}</Kbd>}
      </Button>
      {!blank && reason === null && (
        <Button disabled={desk.deciding} onClick={() => send(false)} size="lg">
          {t('submit')}
        </Button>
      )}
    </>
  )
}

/** R4.2, R4.6 How the merchant ends the dispute before the ruling. */
function WayOut() {
  const t = useTranslations('dispute')
  const acts = useTranslations('case.acts')
  const desk = useDesk()
  const { view } = desk
  const blocked = view.blocked.find(({ action }) => action === 'concedeDispute')
  const amount = formatFen(view.amountFen, view.currency)
  const alone = !desk.evidenceOpen
  const concession = t(concedesByReturn(view) ? 'concede.return' : 'concede.refund', { amount })
  const reasonOf = useGateReason()
  const gated = blocked && !desk.passed ? blocked.refusal : null
  const offline = desk.offline && acts('offline')
  useActs('case', () => {
    if (desk.deciding) return []
    const open = (which: DisputeStep) => (desk.offline ? null : () => desk.open(which))
    return [
      can(desk, 'concedeDispute') && { id: 'concede', label: concession, whyNot: offline, run: open('concede') },
      can(desk, 'withdrawDispute') && {
        id: 'withdraw',
        label: t('withdraw.act'),
        whyNot: offline,
        run: open('withdraw'),
      },
      gated && { id: 'concede', label: t('concede.gate'), whyNot: reasonOf(gated), run: null },
    ]
  })
  return (
    <>
      {can(desk, 'concedeDispute') && (
        <Button
          className={cx(
            'max-md:h-auto! max-md:min-h-10 max-md:whitespace-normal md:order-1',
            alone && 'max-md:col-span-2',
          )}
          disabled={desk.deciding}
          onClick={() => desk.open('concede')}
          reason={desk.offline && !desk.evidenceOpen && acts('offline')}
          size="lg"
        >
          <Icon as={Undo2} small />
          {concession}
          <span className="ml-0.5 rounded-xs max-md:hidden border border-line-strong px-0.75 text-2xs leading-[14px] text-ink-3">
            R4.6
          </span>
        </Button>
      )}
      {can(desk, 'withdrawDispute') && (
        <Button
          className="max-md:col-span-2"
          disabled={desk.deciding || desk.offline}
          onClick={() => desk.open('withdraw')}
          size="lg"
          variant="bare"
        >
          {t('withdraw.act')}
        </Button>
      )}
      {gated && <Gate label={t('concede.gate')} refusal={gated} />}
    </>
  )
}
