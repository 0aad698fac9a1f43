'use client'

import { useTranslations } from 'next-intl'
import { cellClass, wideClass } from '@/components/settings/table-class'
import { Button } from '@/components/ui/button'
import type { ApiKeyView } from '@/lib/api-keys/views'
import { KeyCreated, KeyLastUse, KeyLastUsed, KeyName, KeyRole, KeyStanding } from './key-facts'

export type KeyRowProps = {
  apiKey: ApiKeyView
  now: number
  /** It is being asked below whether to revoke it. */
  open: boolean
  onRotate: (apiKey: ApiKeyView) => void
  onRevoke: (id: string) => void
}

export function KeyRow({ apiKey, now, open, onRotate, onRevoke }: KeyRowProps) {
  const t = useTranslations('apiKeys')
  const { id, name, can } = apiKey
  const cell = `${cellClass} ${open ? 'border-transparent!' : ''}`
  return (
    <tr>
      <td className={cell}>
        <KeyName apiKey={apiKey} />
        <div className="mt-1 text-ink-2 md:hidden">
          <KeyStanding apiKey={apiKey} now={now} />
          <div>
            <KeyRole apiKey={apiKey} /> · <KeyLastUse apiKey={apiKey} now={now} />
          </div>
          <div>
            <span className="text-ink-3">{t('columns.created')}</span> <KeyCreated apiKey={apiKey} now={now} />
          </div>
        </div>
      </td>
      <td className={`${cell} ${wideClass} whitespace-nowrap`}>
        <KeyRole apiKey={apiKey} />
      </td>
      <td className={`${cell} ${wideClass} whitespace-nowrap`}>
        <KeyCreated apiKey={apiKey} now={now} />
      </td>
      <td className={`${cell} ${wideClass} whitespace-nowrap`}>
        <KeyLastUsed apiKey={apiKey} now={now} />
      </td>
      <td className={`${cell} ${wideClass}`}>
        <KeyStanding apiKey={apiKey} now={now} />
      </td>
      <td className={`${cell} text-right whitespace-nowrap`}>
        <span className="inline-flex gap-2 max-md:flex-col">
          {can.rotate && (
            <Button aria-label={t('rotate.of', { name })} onClick={() => onRotate(apiKey)}>
              {t('rotate.open')}
            </Button>
          )}
          {can.revoke && (
            <Button
              aria-label={t('revoke.of', { name })}
              id={`revoke-${id}`}
              onClick={() => onRevoke(id)}
              variant="danger"
            >
              {t('revoke.open')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  )
}
