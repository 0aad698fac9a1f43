import { createTranslator } from 'next-intl'
import type { Locale } from '@/lib/i18n/locale'
import en from '@/lib/i18n/messages/en.json'
import zhCN from '@/lib/i18n/messages/zh-CN.json'
import { sayNotice } from '@/lib/i18n/notice-sentence'
import { formatDate, formatTime } from '@/lib/i18n/time'
import type { NoticeView } from './views'

const MESSAGES = { 'zh-CN': zhCN, en }

/** The words of letters: of a letter nobody knows when it is read, so every instant has its date. */
export function noticeWords(locale: Locale) {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'notices' })
  const mail = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'noticeMail' })
  const words = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'words' })
  const when = (at: number) => mail('mail.when', { date: formatDate(at, at, locale), time: formatTime(at) })
  return {
    mail,
    say: (notice: NoticeView) => sayNotice(withoutText(notice), { t, words, when }),
  }
}

/** What people wrote does not leave the desk. */
function withoutText(notice: NoticeView): NoticeView {
  const { news } = notice
  return news.kind === 'BUYER_ANSWERED' ? { ...notice, news: { ...news, text: '' } } : notice
}
