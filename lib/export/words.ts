import { createTranslator } from 'next-intl'
import type { Locale } from '@/lib/i18n/locale'
import en from '@/lib/i18n/messages/en.json'
import zhCN from '@/lib/i18n/messages/zh-CN.json'

const MESSAGES = { 'zh-CN': zhCN, en }

export type Words = ReturnType<typeof wordsOf>

/** The words of an export in a language. Each is worded once: in every row anew they would cost more than the rows. */
export function wordsOf(locale: Locale) {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'export' })
  const words = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'words' })
  return { t: remember((key: Parameters<typeof t>[0]) => t(key)), words: remember((key: PlainWord) => words(key)) }
}

type Lists = 'type' | 'status' | 'reason' | 'rejectionReason' | 'closeReason' | 'origin' | 'refundStatus'
/** `type.EXCHANGE` and the like: names, without arguments. */
type PlainWord = { [L in Lists]: `${L}.${keyof (typeof zhCN)['words'][L] & string}` }[Lists]

function remember<K>(say: (key: K) => string): (key: K) => string {
  const said = new Map<K, string>()
  return (key) => {
    const known = said.get(key) ?? say(key)
    said.set(key, known)
    return known
  }
}
