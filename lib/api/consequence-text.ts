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

const BLANKS = { at: '{at}', amount: '{amount}', clause: '{clause}' }
const SENTENCES = new Map<string, string>()

const MOMENTS = { 'zh-CN': momentFormat('zh-CN'), en: momentFormat('en-GB') }

/** What happens if nobody acts, when, and what it costs, in one sentence. */
export function describeConsequence(
  { outcome, amountFen, clause }: Consequence,
  { dueAt, currency, locale }: { dueAt: Instant; currency: string; locale: Locale },
): string {
  const amount = amountFen === null ? '' : formatFen(amountFen, currency)
  const facts: Record<string, string> = { at: MOMENTS[locale].format(dueAt), amount, clause }
  return sentenceOf(outcome, locale).replace(/\{(\w+)\}/g, (blank, name: string) => facts[name] ?? blank)
}

/** The sentence with its blanks. It is worded once: doing so for each case took a fifth of the time of a list. */
function sentenceOf(outcome: Consequence['outcome'], locale: Locale): string {
  const key = `${locale} ${outcome}`
  const sentence = SENTENCES.get(key) ?? TRANSLATORS[locale](outcome, BLANKS)
  SENTENCES.set(key, sentence)
  return sentence
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
