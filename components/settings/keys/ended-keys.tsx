'use client'

import { useTranslations } from 'next-intl'
import { cellClass, headClass, tableClass, wideClass } from '@/components/settings/table-class'
import type { ApiKeyView } from '@/lib/api-keys/views'
import { KeyCreated, KeyLastUsed, KeyName, KeyStanding } from './key-facts'

/** The keys that open nothing any more, folded away. */
export function EndedKeys({ keys, now }: { keys: ApiKeyView[]; now: number }) {
  const t = useTranslations('apiKeys')
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm py-1 text-ink-2 hover:text-ink">
        {t('ended', { count: keys.length })}
      </summary>
      <table className={`${tableClass} mt-1`}>
        <caption className="sr-only">{t('ended', { count: keys.length })}</caption>
        <thead>
          <tr>
            <th className={headClass}>{t('columns.name')}</th>
            <th className={`${headClass} ${wideClass}`}>{t('columns.created')}</th>
            <th className={`${headClass} ${wideClass}`}>{t('columns.lastUsed')}</th>
            <th className={headClass}>{t('columns.state')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((apiKey) => (
            <tr key={apiKey.id}>
              <td className={cellClass}>
                <KeyName apiKey={apiKey} />
              </td>
              <td className={`${cellClass} ${wideClass} whitespace-nowrap`}>
                <KeyCreated apiKey={apiKey} now={now} />
              </td>
              <td className={`${cellClass} ${wideClass} whitespace-nowrap`}>
                <KeyLastUsed apiKey={apiKey} now={now} />
              </td>
              <td className={cellClass}>
                <KeyStanding apiKey={apiKey} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
