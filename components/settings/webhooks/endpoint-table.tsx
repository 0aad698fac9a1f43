'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cellClass, headClass, tableClass } from '@/components/settings/table-class'
import { EndpointHealth, EndpointLast, EndpointTypes, EndpointWaiting } from './endpoint-facts'
import type { ListedEndpoint } from './fetch'
import { narrowClass, wideClass } from './wide-class'

/** The endpoints as they were set up. Where there is no room for columns an endpoint's facts stand under its address. */
export function EndpointTable({ endpoints, now }: { endpoints: ListedEndpoint[]; now: number }) {
  const t = useTranslations('webhooks')
  return (
    <table className={`${tableClass} xl:table-fixed`}>
      <caption className="sr-only">{t('title')}</caption>
      <thead className={wideClass}>
        <tr>
          <th className={headClass}>{t('columns.url')}</th>
          <th className={`${headClass} w-24`}>{t('columns.types')}</th>
          <th className={`${headClass} w-64`}>{t('columns.health')}</th>
          <th className={`${headClass} w-28`}>{t('columns.waiting')}</th>
          <th className={`${headClass} w-48`}>{t('columns.last')}</th>
        </tr>
      </thead>
      <tbody className="max-xl:border-t max-xl:border-line">
        {endpoints.map((endpoint) => (
          <tr className="relative hover:bg-inset" key={endpoint.id}>
            <td className={cellClass}>
              <Link
                className="text-sm wrap-anywhere after:absolute after:inset-0"
                href={`/settings/webhooks/${endpoint.id}`}
                prefetch={false}
              >
                {endpoint.url}
              </Link>
              <div className={`mt-1 grid gap-0.5 text-ink-2 ${narrowClass}`}>
                <EndpointHealth health={endpoint.health} now={now} />
                <div>
                  <EndpointTypes endpoint={endpoint} /> · {t('columns.waiting')} <EndpointWaiting endpoint={endpoint} />
                </div>
                <div>
                  {t('columns.last')} <EndpointLast endpoint={endpoint} now={now} />
                </div>
              </div>
            </td>
            <td className={`${cellClass} ${wideClass} whitespace-nowrap`}>
              <EndpointTypes endpoint={endpoint} />
            </td>
            <td className={`${cellClass} ${wideClass}`}>
              <EndpointHealth health={endpoint.health} now={now} />
            </td>
            <td className={`${cellClass} ${wideClass} whitespace-nowrap`}>
              <EndpointWaiting endpoint={endpoint} />
            </td>
            <td className={`${cellClass} ${wideClass}`}>
              <EndpointLast endpoint={endpoint} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
