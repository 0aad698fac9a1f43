import { useLocale, useTranslations } from 'next-intl'
import { Attachments } from '@/components/files/attachments'
import type { TalkEntry } from '@/lib/after-sales/views'
import { daysUntil, formatAbsolute, formatTime, formatWhen } from '@/lib/i18n/time'
import { Moment } from './moment'
import { RoleStamp } from './role-stamp'

/** A message, or a contact that was logged: a line of the log, not a balloon. */
export function TalkItem({ entry, now }: { entry: TalkEntry; now: number }) {
  const t = useTranslations('case.talk')
  const words = useTranslations('words')
  const role = entry.kind === 'message' && entry.side === 'BUYER' ? 'BUYER' : 'AGENT'
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2">
      <RoleStamp className="mt-px" role={role} />
      <div>
        <div className="flex gap-2 text-xs text-ink-3">
          <b className="font-semibold text-ink">{entry.author ?? words(`role.${role}`)}</b>
          <Moment at={entry.at} now={now} />
          {entry.kind === 'message' && entry.side === 'MERCHANT' && (
            <ReadMark now={now} readAt={entry.readAt} sentAt={entry.at} />
          )}
        </div>
        {entry.kind === 'message' ? (
          <>
            <p className="leading-[1.6] whitespace-pre-line text-ink">{entry.text}</p>
            <Attachments className="mt-1.5" files={entry.attachments} label={t('files')} />
          </>
        ) : (
          <p className="leading-[1.6] text-ink">
            {t('contact', { channel: words(`channel.${entry.channel}`), outcome: words(`outcome.${entry.outcome}`) })}
            {entry.note && <span className="text-ink-2"> · {t('quoted', { text: entry.note })}</span>}
          </p>
        )}
      </div>
    </li>
  )
}

function ReadMark({ readAt, sentAt, now }: { readAt: number | null; sentAt: number; now: number }) {
  const t = useTranslations('case.talk')
  const locale = useLocale()
  if (readAt === null) return <span className="ml-auto text-h6">{t('unread')}</span>
  const time = daysUntil(readAt, sentAt) === 0 ? formatTime(readAt) : formatWhen(readAt, now, locale)
  return (
    <span className="ml-auto" title={formatAbsolute(readAt, now, locale)}>
      {t('read', { time })}
    </span>
  )
}
