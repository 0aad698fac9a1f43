'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTicked } from '@/components/after-sales/use-ticked'
import type { Liability, RulingOutcome } from '@/lib/after-sales/domain/dispute'
import { consequenceOfRuling } from '@/lib/after-sales/domain/ruling-consequence'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import { formatCountdown, formatLong } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { strong } from './strong'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What an outcome comes to, in small print. */
export function useConsequenceHint(view: CaseView, outcome: RulingOutcome): string {
  const t = useTranslations('console.hint')
  const locale = useLocale()
  const told = consequenceOfRuling(view, { outcome, amountFen: null }, view.now)
  switch (told.kind) {
    case 'REFUND':
      return t(isServiceType(view.type) ? 'REFUND.SERVED' : `REFUND.${told.goods}`)
    case 'AWAIT_RETURN':
      return t(told.kind, { days: Math.round(told.limitMs / DAY) })
    case 'AWAIT_RECEIPT':
      return t(told.kind, { left: formatCountdown(told.limitMs, locale) })
    case 'CLOSE':
      return t(told.kind)
  }
}

export type Said = { liability: Liability; outcome: RulingOutcome; partFen: number | null }

/** R4.5 What exactly will happen, and when, if this is ruled now. The instants move on with the minutes. */
export function useConsequenceSentence(view: CaseView): (said: Said) => ReactNode {
  const t = useTranslations('console')
  const words = useTranslations('words.liability')
  const locale = useLocale()
  const now = useTicked((instant) => Math.floor(instant / MINUTE) * MINUTE)
  return ({ liability, outcome, partFen }) => {
    const told = consequenceOfRuling(view, { outcome, amountFen: partFen }, now)
    const write = (fen: number) => formatFen(fen, view.currency)
    const common = {
      buyer: view.buyer.name,
      liability: words(liability),
      b: strong,
    }
    switch (told.kind) {
      case 'REFUND': {
        const amount = write(told.amountFen)
        if (isServiceType(view.type))
          return t.rich('say.REFUND_SERVED', { ...common, amount, most: write(view.refundableFen) })
        if (told.keptFen === 0) return t.rich('say.REFUND_WHOLE', { ...common, amount })
        return t.rich('say.REFUND_PART', { ...common, amount, kept: write(told.keptFen) })
      }
      case 'AWAIT_RETURN':
      case 'AWAIT_RECEIPT':
        return t.rich(`say.${told.kind}`, {
          ...common,
          amount: write(told.amountFen),
          when: formatLong(told.dueAt, locale),
        })
      case 'CLOSE':
        return t.rich('say.CLOSE', common)
    }
  }
}
