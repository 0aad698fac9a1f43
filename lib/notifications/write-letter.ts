import { describeConsequence } from '@/lib/api/consequence-text'
import { DEFAULT_LOCALE, type Locale } from '@/lib/i18n/locale'
import { deskUrl, escapeHtml, htmlLetter } from './letter-parts'
import type { LetterContents } from './letter-store'
import { noticeWords } from './notice-words'
import type { NoticeView } from './views'

/** So many are told one by one. */
const LISTED = 20

type Written = { subject: string; text: string; html: string; language: Locale }
type Paragraph = { lines: string[]; link: string }

/**
 * A letter in its reader's language. The subject says what happened, what happens if nobody acts, and when. The buyer's
 * name is masked, and what the buyer wrote stays in the desk.
 */
export function writeLetter({ locale, notices }: LetterContents): Written {
  const language = locale ?? DEFAULT_LOCALE
  const { mail } = noticeWords(language)
  // what runs out first is told first, and of that the newest
  const told = [...notices].sort((a, b) => dueOf(a) - dueOf(b) || b.id - a.id).slice(0, LISTED)
  const [first] = told
  if (!first) throw new Error('a letter tells something')
  const head = headOf(first, language)
  const subject = notices.length > 1 ? mail('mail.subjectMany', { count: notices.length, first: head }) : head
  const paragraphs = told.map((notice) => paragraphOf(notice, language))
  const rest = notices.length > told.length ? [mail('mail.rest', { count: notices.length - told.length })] : []
  const forSupport = notices.some(({ news }) => news.kind === 'DISPUTE_READY')
  const settings = {
    name: mail('settings.title'),
    link: deskUrl(forSupport ? '/support/notifications' : '/notifications/settings'),
  }
  const foot = mail('mail.why')
  return {
    subject,
    language,
    text: [
      ...paragraphs.map(({ lines, link }) => [...lines, link].join('\n')),
      ...rest,
      `${foot}\n${settings.link}`,
    ].join('\n\n'),
    html: toHtml(language, mail('mail.open'), { paragraphs, rest, foot, settings }),
  }
}

function headOf(notice: NoticeView, locale: Locale): string {
  const { say } = noticeWords(locale)
  const expiry = expiryOf(notice, locale)
  return [`[${notice.shop.name}] ${say(notice)}`, ...(expiry ? [expiry] : [])].join(' · ')
}

function paragraphOf(notice: NoticeView, locale: Locale): Paragraph {
  const { mail, say } = noticeWords(locale)
  const { shop, title, buyerName, no, news } = notice
  const expiry = expiryOf(notice, locale)
  const facts = mail('mail.facts', { shop: shop.name, title, buyer: buyerName, no })
  const path = news.kind === 'DISPUTE_READY' ? `/disputes/${no}` : `/cases/${no}`
  return { lines: [say(notice), ...(expiry ? [expiry] : []), facts], link: deskUrl(path) }
}

/** What the case's clock leads to; a reminder says it itself. */
function expiryOf({ news, expiry, currency }: NoticeView, locale: Locale): string | null {
  if (!expiry || news.kind === 'DEADLINE_SOON') return null
  return describeConsequence(expiry, { dueAt: expiry.dueAt, currency, locale })
}

function dueOf({ news, expiry }: NoticeView): number {
  const own = 'dueAt' in news ? news.dueAt : undefined
  return own ?? expiry?.dueAt ?? Number.MAX_SAFE_INTEGER
}

type Parts = { paragraphs: Paragraph[]; rest: string[]; foot: string; settings: { name: string; link: string } }

function toHtml(language: Locale, open: string, { paragraphs, rest, foot, settings }: Parts): string {
  const blocks = paragraphs.map(({ lines: [first = '', ...others], link }) => {
    const quiet = others.map((line) => `<br><span style="color:#5c666c">${escapeHtml(line)}</span>`).join('')
    return `<p><b>${escapeHtml(first)}</b>${quiet}<br><a href="${escapeHtml(link)}">${escapeHtml(open)}</a></p>`
  })
  const more = rest.map((line) => `<p>${escapeHtml(line)}</p>`)
  const last = `<p style="color:#5c666c">${escapeHtml(foot)} <a href="${escapeHtml(settings.link)}">${escapeHtml(settings.name)}</a></p>`
  return htmlLetter(language, [...blocks, ...more, last])
}
