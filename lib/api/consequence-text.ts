import { createTranslator } from 'next-intl'
import type { Consequence } from '@/lib/after-sales/domain/deadline'
import type { Instant } from '@/lib/after-sales/domain/policy'
import { type Locale, TIME_ZONE } from '@/lib/i18n/locale'
import en from '@/lib/i18n/messages/en.json'
import zhCN from '@/lib/i18n/messages/zh-CN.json'
import { formatFen } from '@/lib/money'

const TRANSLATORS = {
  'zh-CN': createTranslator({ locale: 'zh-CN', messages: zhCN, namespace: 'consequence.api' }),
  en: createTranslator({ locale: 'en', messages: en, namespace: 'consequence.api' }),
}

const MOMENTS = { 'zh-CN': momentFormat('zh-CN'), en: momentFormat('en-GB') }

/** What happens if nobody acts, when, and what it costs, in one sentence. */
export function describeConsequence(
  { outcome, amountFen, clause }: Consequence,
  { dueAt, currency, locale }: { dueAt: Instant; currency: string; locale: Locale },
): string {
  const amount = amountFen === null ? '' : formatFen(amountFen, currency)
  return TRANSLATORS[locale](outcome, { at: MOMENTS[locale].format(dueAt), amount, clause })
}

function momentFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: TIME_ZONE,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}
