import { createTranslator } from 'next-intl'
import type { Instant } from '@/lib/after-sales/domain/policy'
import type { CaseView } from '@/lib/after-sales/views'
import type { Locale } from '@/lib/i18n/locale'
import en from '@/lib/i18n/messages/en.json'
import zhCN from '@/lib/i18n/messages/zh-CN.json'
import { formatDate, formatTimeWithSeconds } from '@/lib/i18n/time'
import type { Fact } from './paper'

const MESSAGES = { 'zh-CN': zhCN, en }

/** The words of the papers in a language. */
export function wordsOf(locale: Locale) {
  return {
    t: createTranslator({ locale, messages: MESSAGES[locale], namespace: 'dispute.paper' }),
    words: createTranslator({ locale, messages: MESSAGES[locale], namespace: 'words' }),
    /** Whole, with its year: who reads it in a year knows when it was. */
    when: (at: Instant) => `${formatDate(at, 0, locale)} ${formatTimeWithSeconds(at)}`,
  }
}

export type Words = ReturnType<typeof wordsOf>

/** A value of which there may be none on record. */
export function fact(name: string, value: string | null, { t }: Words): Fact {
  return { name, value: value ?? t('shipment.none') }
}

/** What stands on every paper of a case. `asOf`: the last that it tells of, so that the same facts make the same paper. */
export function frame(view: CaseView, asOf: Instant, { t, when }: Words) {
  return {
    head: [
      { name: t('shop'), value: view.shop.name },
      { name: t('case'), value: view.no },
      { name: t('buyer'), value: view.buyer.name },
    ],
    foot: `${t('made')} · ${t('asOf', { when: when(asOf) })} · ${t('zone')}`,
    page: t('page', { n: '{n}', of: '{of}' }),
  }
}
