'use client'

import { useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { cellClass, wideClass } from '@/components/settings/table-class'
import { Button } from '@/components/ui/button'
import type { MemberView } from '@/lib/members/views'

export type Asked = { userId: string; act: 'role' | 'deactivate' }

export type MemberRowProps = {
  member: MemberView
  now: number
  /** It is being asked below whether to do it. */
  open: boolean
  onAsk: (asked: Asked) => void
}

/** The id of the button that asked. */
export const askId = ({ userId, act }: Asked) => `${act}-${userId}`

export function MemberRow({ member, now, open, onAsk }: MemberRowProps) {
  const t = useTranslations('members')
  const roles = useTranslations('shell.roles')
  const { userId, name, role, refused } = member
  const next = role === 'AGENT' ? 'MANAGER' : 'AGENT'
  const cell = `${cellClass} ${open ? 'border-transparent!' : ''}`
  return (
    <tr>
      <td className={cell}>
        <PersonName member={member} />
        <div className="mt-1 text-ink-2 md:hidden">
          {roles(role)} · <span className="text-ink-3">{t('columns.since')}</span>{' '}
          <Moment at={member.since} now={now} />
        </div>
        {refused.roleChange?.code === 'lastManager' && (
          <div className="mt-1 text-ink-3 md:hidden">{t('onlyManager')}</div>
        )}
      </td>
      <td className={`${cell} ${wideClass} whitespace-nowrap`}>{roles(role)}</td>
      <td className={`${cell} ${wideClass} whitespace-nowrap`}>
        <Moment at={member.since} now={now} />
      </td>
      <td className={`${cell} text-right whitespace-nowrap`}>
        <span className="inline-flex gap-2 max-md:flex-col md:items-center">
          {refused.roleChange?.code === 'lastManager' && (
            <span className="text-ink-3 max-md:hidden">{t('onlyManager')}</span>
          )}
          {refused.roleChange === null && (
            <Button
              aria-label={t(`roleChange.of.${next}`, { name })}
              id={askId({ userId, act: 'role' })}
              onClick={() => onAsk({ userId, act: 'role' })}
            >
              {t(`roleChange.open.${next}`)}
            </Button>
          )}
          {refused.deactivation === null && (
            <Button
              aria-label={t('deactivate.of', { name })}
              id={askId({ userId, act: 'deactivate' })}
              onClick={() => onAsk({ userId, act: 'deactivate' })}
              variant="danger"
            >
              {t('deactivate.open')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  )
}

export function PersonName({ member: { name, email, self } }: { member: MemberView }) {
  const t = useTranslations('members')
  return (
    <>
      <span className="text-sm text-ink">{name}</span>
      {self && <span className="ml-1.5 text-ink-3">{t('self')}</span>}
      <span className="block text-ink-3 [overflow-wrap:anywhere]">{email}</span>
    </>
  )
}
