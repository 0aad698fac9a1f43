'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cellClass, headClass, tableClass, wideClass } from '@/components/settings/table-class'
import type { ApiKeyView } from '@/lib/api-keys/views'
import { KeyRow } from './key-row'
import { RevokeRow } from './revoke-row'

export type KeyTableProps = {
  keys: ApiKeyView[]
  now: number
  shopId: string
  onRotate: (apiKey: ApiKeyView) => void
  onRevoked: () => void
  /** Why the last act was refused; null before the next. */
  onProblem: (text: string | null) => void
}

/** The keys that open something. On a phone a key's facts stand under its name. */
export function KeyTable({ keys, now, shopId, onRotate, onRevoked, onProblem }: KeyTableProps) {
  const t = useTranslations('apiKeys')
  const [asked, setAsked] = useState<string | null>(null)
  const ask = (id: string) => {
    onProblem(null)
    setAsked(id)
  }
  return (
    <table className={tableClass}>
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th className={headClass}>{t('columns.name')}</th>
          <th className={`${headClass} ${wideClass}`}>{t('columns.role')}</th>
          <th className={`${headClass} ${wideClass}`}>{t('columns.created')}</th>
          <th className={`${headClass} ${wideClass}`}>{t('columns.lastUsed')}</th>
          <th className={`${headClass} ${wideClass}`}>{t('columns.state')}</th>
          <th className={`${headClass} text-right!`}>{t('columns.act')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.flatMap((apiKey) => [
          <KeyRow
            apiKey={apiKey}
            key={apiKey.id}
            now={now}
            onRevoke={ask}
            onRotate={onRotate}
            open={asked === apiKey.id}
          />,
          asked === apiKey.id && (
            <tr key={`${apiKey.id} revoke`}>
              <td className={`${cellClass} p-0!`} colSpan={6}>
                <RevokeRow
                  apiKey={apiKey}
                  now={now}
                  onClose={() => setAsked(null)}
                  onProblem={onProblem}
                  onRevoked={onRevoked}
                  shopId={shopId}
                />
              </td>
            </tr>
          ),
        ])}
      </tbody>
    </table>
  )
}
