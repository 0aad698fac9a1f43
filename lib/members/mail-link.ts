import { createTranslator } from 'next-intl'
import type { Locale } from '@/lib/i18n/locale'
import en from '@/lib/i18n/messages/en.json'
import zhCN from '@/lib/i18n/messages/zh-CN.json'
import { formatLong } from '@/lib/i18n/time'
import { linkPath } from '@/lib/invitations/link-token'
import { logger } from '@/lib/logger'
import { deskUrl, escapeHtml, htmlLetter } from '@/lib/notifications/letter-parts'
import { MAIL_POLICY } from '@/lib/notifications/mail-policy'
import { postMail } from '@/lib/notifications/post-mail'
import type { NewLink } from './change-invitations'
import { findLanguage, markMailed } from './letter-store'

/** Somebody waits for it at a screen. */
const POLICY = { ...MAIL_POLICY, connectMs: 5000, answerMs: 8000 }

const MESSAGES = { 'zh-CN': zhCN, en }

/** Sends the link to the address that it is for. `locale`: of whoever invites, unless the invited has chosen another. */
export async function mailLink(link: NewLink, locale: Locale): Promise<'SENT' | 'FAILED'> {
  const letter = writeLink(link, (await findLanguage(link.email)) ?? locale)
  const outcome = await postMail({ id: link.id, to: { name: '', address: link.email }, ...letter }, { policy: POLICY })
  if (outcome.kind === 'TAKEN') {
    await markMailed(link.id)
    return 'SENT'
  }
  logger().warn({ invitation: link.id, outcome }, 'an invitation was not mailed')
  return 'FAILED'
}

function writeLink({ token, shopName, inviter, role, expiresAt }: NewLink, language: Locale) {
  const t = createTranslator({ locale: language, messages: MESSAGES[language], namespace: 'invite.letter' })
  const roles = createTranslator({ locale: language, messages: MESSAGES[language], namespace: 'shell.roles' })
  const says = t('says', { inviter, shop: shopName, role: roles(role) })
  const until = t('until', { when: formatLong(expiresAt, language) })
  const url = deskUrl(linkPath(token))
  return {
    language,
    subject: t('subject', { inviter, shop: shopName }),
    text: [says, `${t('open')}\n${url}`, until, t('stranger')].join('\n\n'),
    html: htmlLetter(language, [
      `<p>${escapeHtml(says)}</p>`,
      `<p><a href="${escapeHtml(url)}">${escapeHtml(t('open'))}</a></p>`,
      `<p>${escapeHtml(until)}</p>`,
      `<p style="color:#5c666c">${escapeHtml(t('stranger'))}</p>`,
    ]),
  }
}
