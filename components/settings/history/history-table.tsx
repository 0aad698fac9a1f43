import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/after-sales/case/moment'
import { cellClass, headClass, tableClass, wideClass } from '@/components/settings/table-class'
import { formatDay } from '@/lib/i18n/time'
import type { ChangeView } from '@/lib/settings/views'
import { Author } from './author'
import { sayChange } from './sentence'

/** What was changed, newest first. On a phone who and when stand under the sentence. */
export function HistoryTable({ rows, now }: { rows: readonly ChangeView[]; now: number }) {
  const t = useTranslations('settingsHistory')
  return (
    <table className={tableClass}>
      <caption className="sr-only">{t('title')}</caption>
      <thead className={wideClass}>
        <tr>
          <th className={`${headClass} w-36`}>{t('columns.when')}</th>
          <th className={`${headClass} w-56`}>{t('columns.who')}</th>
          <th className={headClass}>{t('columns.what')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={`${cellClass} ${wideClass} align-top whitespace-nowrap text-ink-2!`}>
              <Moment at={row.at} now={now} />
            </td>
            <td className={`${cellClass} ${wideClass} align-top`}>
              <Author author={row.author} />
            </td>
            <td className={`${cellClass} align-top`}>
              <span className="leading-read break-words whitespace-normal [overflow-wrap:anywhere]">
                <Sentence now={now} row={row} />
              </span>
              <div className="mt-1 flex flex-wrap items-baseline gap-x-3 text-ink-2 md:hidden">
                <Author author={row.author} />
                <Moment at={row.at} className="text-ink-3" now={now} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sentence({ row: { change, author }, now }: { row: ChangeView; now: number }) {
  const t = useTranslations('settingsHistory')
  const roles = useTranslations('shell.roles')
  const locale = useLocale()
  const self = author.kind === 'MEMBER' && 'userId' in change.data && change.data.userId === author.userId
  const when = (at: number) => formatDay(at, now, locale)
  return sayChange(change, { t, roles, when }, self) ?? t('unknown')
}
