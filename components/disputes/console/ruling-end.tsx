'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { formatFen } from '@/lib/money'
import { useConsequenceSentence } from './use-consequence'
import type { DisputeDesk } from './use-dispute-desk'
import type { RulingForm } from './use-ruling'

export type RulingEndProps = { desk: DisputeDesk; form: RulingForm; sendKey: string; onSend: () => void }

/** What will happen, as far as it is chosen, over the button that makes it so; and what that still wants. */
export function RulingEnd({ desk, form, sendKey, onSend }: RulingEndProps) {
  const t = useTranslations('console')
  const sentence = useConsequenceSentence(desk.view)
  const { draft, partFen, missing } = form
  const { liability, outcome } = draft
  const sayable = liability !== null && outcome !== null && missing !== 'amount'
  return (
    <div className="grid flex-none gap-1.5 border-t border-line-strong px-4 pt-3.5 pb-3 md:px-5">
      <p className="text-xs text-ink-3" id="ruling-missing">
        {missing === null ? t('ruling.atOnce') : t(`missing.${missing}`, { name: desk.dispute.claim?.name ?? '' })}
      </p>
      <p className="text-base leading-read text-ink" id="ruling-consequence">
        {sayable ? sentence({ liability, outcome, partFen }) : t('ruling.unsaid')}
      </p>
      <Button
        aria-describedby="ruling-consequence ruling-missing"
        aria-disabled={missing !== null || undefined}
        busy={desk.busy}
        busyLabel={t('ruling.busy')}
        className="mt-1 w-full"
        onClick={onSend}
        size="xl"
        variant="primary"
      >
        {useButtonText(desk, form)}
        <Kbd className="max-md:hidden">{sendKey}</Kbd>
      </Button>
    </div>
  )
}

/** With the amount where money moves. */
function useButtonText({ view }: DisputeDesk, { draft: { outcome }, partFen, missing }: RulingForm): string {
  const t = useTranslations('console.submit')
  if (outcome === null || missing === 'amount') return t('nothing')
  return t(outcome, { amount: formatFen(partFen ?? view.amountFen, view.currency) })
}
