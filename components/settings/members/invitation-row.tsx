'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Moment } from '@/components/after-sales/case/moment'
import { cellClass, wideClass } from '@/components/settings/table-class'
import { Button } from '@/components/ui/button'
import { StatusMark } from '@/components/ui/status-mark'
import { formatAbsolute, formatDay } from '@/lib/i18n/time'
import type { InvitationView } from '@/lib/members/views'

export type InvitationRowProps = {
  invitation: InvitationView
  now: number
  open: boolean
  onRenew: (id: string) => Promise<void>
  onWithdraw: (id: string) => void
}

export const withdrawId = (id: string) => `withdraw-${id}`

export function InvitationRow({ invitation, now, open, onRenew, onWithdraw }: InvitationRowProps) {
  const t = useTranslations('members')
  const roles = useTranslations('shell.roles')
  const [renewing, startRenewing] = useTransition()
  const { id, email, role, invitedBy, createdAt } = invitation
  const cell = `${cellClass} ${open ? 'border-transparent!' : ''}`
  return (
    <tr>
      <td className={`${cell} [overflow-wrap:anywhere]`}>
        <span className="text-sm">{email}</span>
        <div className="mt-1 grid gap-0.5 text-ink-2 md:hidden">
          <LinkStanding invitation={invitation} now={now} />
          <span>
            {roles(role)} · {invitedBy} · <Letter invitation={invitation} now={now} />
          </span>
        </div>
      </td>
      <td className={`${cell} ${wideClass} whitespace-nowrap`}>{roles(role)}</td>
      <td className={`${cell} ${wideClass} whitespace-nowrap`}>
        <Moment at={createdAt} now={now} /> · {invitedBy}
      </td>
      <td className={`${cell} ${wideClass} whitespace-nowrap`}>
        <LinkStanding invitation={invitation} now={now} />
      </td>
      <td className={`${cell} ${wideClass} whitespace-nowrap`}>
        <Letter invitation={invitation} now={now} />
      </td>
      <td className={`${cell} text-right whitespace-nowrap`}>
        <span className="inline-flex gap-2 max-md:flex-col">
          <Button
            aria-label={t('renew.of', { email })}
            busy={renewing}
            busyLabel={t('renew.busy')}
            onClick={() => startRenewing(() => onRenew(id))}
          >
            {t('renew.open')}
          </Button>
          <Button
            aria-label={t('withdraw.of', { email })}
            id={withdrawId(id)}
            onClick={() => onWithdraw(id)}
            variant="danger"
          >
            {t('withdraw.open')}
          </Button>
        </span>
      </td>
    </tr>
  )
}

type Facts = { invitation: InvitationView; now: number }

/** Until when the link leads in, or since when it does not. */
function LinkStanding({ invitation: { expiresAt, expired }, now }: Facts) {
  const t = useTranslations('members.invitation')
  return (
    <StatusMark tone={expired ? 'closed' : 'pending'}>
      <span>{t.rich(expired ? 'expired' : 'until', { when: () => <InSentence at={expiresAt} now={now} /> })}</span>
    </StatusMark>
  )
}

function Letter({ invitation: { mailedAt }, now }: Facts) {
  const t = useTranslations('members.invitation')
  if (mailedAt === null) return <span className="text-ink-3">{t('unmailed')}</span>
  return <span>{t.rich('mailed', { when: () => <InSentence at={mailedAt} now={now} /> })}</span>
}

function InSentence({ at, now }: { at: number; now: number }) {
  const locale = useLocale()
  return (
    <time dateTime={new Date(at).toISOString()} title={formatAbsolute(at, now, locale)}>
      {formatDay(at, now, locale)}
    </time>
  )
}
