import { createTranslator } from 'next-intl'
import { REJECTION_REASONS } from '@/lib/after-sales/domain/after-sale'
import type { Locale } from '@/lib/i18n/locale'
import en from '@/lib/i18n/messages/en.json'
import zhCN from '@/lib/i18n/messages/zh-CN.json'
import type { QuickReply, ReplyKind } from './domain/quick-reply'
import { VARIABLES, writeVariable } from './domain/variables'

const MESSAGES = { 'zh-CN': zhCN.replyStarters, en: en.replyStarters }

type Texts = Record<string, { title: string; text: string }>

/** What a shop has that wrote nothing of its own. Their ids hold in every language. */
export function startersOf(kind: ReplyKind, locale: Locale): QuickReply[] {
  const messages = MESSAGES[locale]
  if (kind === 'REPLY') return repliesOf(messages.REPLY, 'REPLY', null, locale)
  return REJECTION_REASONS.flatMap((reason) => repliesOf(messages.REJECTION[reason], reason, reason, locale))
}

function repliesOf(texts: Texts, group: string, reasonCode: string | null, locale: Locale): QuickReply[] {
  const placeholders = Object.fromEntries(VARIABLES.map((variable) => [variable, writeVariable(variable, locale)]))
  return Object.entries(texts).map(([key, messages]) => {
    const t = createTranslator({ locale, messages })
    return { id: `${group}.${key}`, title: t('title'), text: t('text', placeholders), reasonCode }
  })
}
