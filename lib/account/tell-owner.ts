import { randomUUID } from 'node:crypto'
import { createTranslator } from 'next-intl'
import type { Viewer } from '@/lib/auth/views'
import type { Locale } from '@/lib/i18n/locale'
import en from '@/lib/i18n/messages/en.json'
import zhCN from '@/lib/i18n/messages/zh-CN.json'
import { formatLong } from '@/lib/i18n/time'
import { logger } from '@/lib/logger'
import { findLanguage } from '@/lib/members/letter-store'
import { deskUrl, escapeHtml, htmlLetter } from '@/lib/notifications/letter-parts'
import { isMailConfigured, MAIL_POLICY } from '@/lib/notifications/mail-policy'
import { postMail } from '@/lib/notifications/post-mail'

/** What changes who can sign in as somebody. */
export type AccountNews = 'passwordChanged' | 'twoStepOn' | 'twoStepOff' | 'recoveryRenewed' | 'recoveryUsed'
type Owner = Pick<Viewer, 'userId' | 'name' | 'email'>

const MESSAGES = { 'zh-CN': zhCN, en }

/**
 * Writes it down, and by e-mail to the owner, where letters are sent at all: he may not be who did it. Never rejects, and
 * nobody need wait for it: what was done stays done when the mail server does not answer.
 */
export async function tellOwner(owner: Owner, news: AccountNews): Promise<void> {
  logger().info({ user: owner.userId, news }, 'an account changed')
  if (!isMailConfigured()) return
  try {
    await mail(owner, news)
  } catch (error) {
    logger().error({ err: error, user: owner.userId, news }, 'the owner was not told that his account changed')
  }
}

async function mail({ userId, name, email }: Owner, news: AccountNews): Promise<void> {
  const language: Locale = (await findLanguage(email)) ?? 'zh-CN'
  const letter = writeNews(news, language, Date.now())
  const outcome = await postMail({ id: randomUUID(), to: { name, address: email }, ...letter }, { policy: MAIL_POLICY })
  if (outcome.kind !== 'TAKEN')
    logger().warn({ user: userId, news, outcome }, 'the owner was not told that his account changed')
}

/** `at`: epoch ms, real time. */
function writeNews(news: AccountNews, language: Locale, at: number) {
  const t = createTranslator({ locale: language, messages: MESSAGES[language], namespace: 'account.letter' })
  const says = t(`says.${news}`, { when: formatLong(at, language) })
  const url = deskUrl('/account')
  return {
    language,
    subject: t(`subject.${news}`),
    text: [says, t('own'), `${t('stranger')}\n${url}`].join('\n\n'),
    html: htmlLetter(language, [
      `<p>${escapeHtml(says)}</p>`,
      `<p>${escapeHtml(t('own'))}</p>`,
      `<p>${escapeHtml(t('stranger'))} <a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`,
    ]),
  }
}
