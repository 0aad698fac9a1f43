import type { CaseView, TalkEntry } from '@/lib/after-sales/views'
import type { Entry, Paper } from './paper'
import { frame, type Words } from './words'

/** So many entries at the most: a paper is read. The newest count; the platform has all of them on the case. */
const LONGEST = 300

/** R6.2 What was said between buyer and merchant, when it was read, and the contacts that were logged. */
export function talkPaper(view: CaseView, w: Words): Paper {
  const { t } = w
  const told = view.talk.slice(-LONGEST)
  const left = view.talk.length - told.length
  return {
    name: `${t('talk.title')}.pdf`,
    title: t('talk.title'),
    ...frame(view, Math.max(view.openedAt, ...told.map(lastOf)), w),
    parts: [
      {
        title: t('talk.count', { n: view.talk.length }),
        clause: 'R6.2',
        facts: [
          { name: t('clause'), value: t('talk.rule') },
          ...(left > 0 ? [{ name: t('what'), value: t('talk.left', { n: left }) }] : []),
        ],
        entries: told.map((entry) => tell(entry, w)),
      },
    ],
  }
}

function tell(entry: TalkEntry, { t, words, when }: Words): Entry {
  if (entry.kind === 'contact') {
    const contact = { channel: words(`channel.${entry.channel}`), outcome: words(`outcome.${entry.outcome}`) }
    return {
      when: when(entry.at),
      who: entry.author ?? words('role.AGENT'),
      text: entry.note,
      aside: t('talk.contact', contact),
    }
  }
  const files = entry.attachments.length
  const role = words(entry.side === 'BUYER' ? 'role.BUYER' : 'role.AGENT')
  return {
    when: when(entry.at),
    who: [role, entry.author].filter((part) => part !== null).join(' '),
    text: files > 0 ? `${entry.text}\n${t('talk.files', { n: files })}` : entry.text,
    aside: entry.readAt === null ? t('talk.unread') : t('talk.read', { when: when(entry.readAt) }),
  }
}

function lastOf(entry: TalkEntry): number {
  return entry.kind === 'message' ? Math.max(entry.at, entry.readAt ?? 0) : entry.at
}
