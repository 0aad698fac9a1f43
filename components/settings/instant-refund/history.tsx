import { useLocale, useTranslations } from 'next-intl'
import { PartyStamp } from '@/components/after-sales/case/role-stamp'
import { ClauseLink } from '@/components/ui/clause-link'
import { formatAbsolute, formatLong } from '@/lib/i18n/time'
import type { SwitchRecord } from '@/lib/instant-refund/views'
import { useWho } from './use-who'

/** R5.1 Each time it was switched, newest first. */
export function History({ history, now }: { history: SwitchRecord[]; now: number }) {
  const t = useTranslations('instantRefund.history')
  const locale = useLocale()
  const who = useWho()
  return (
    <section className="mt-5 first:mt-1">
      <h2 className="mb-2 flex items-center gap-2 text-xs text-ink-3">
        {t('title')} <ClauseLink clause="R5.1" />
      </h2>
      {history.length === 0 ? (
        <p className="text-xs">{t('none')}</p>
      ) : (
        <ol className="grid gap-2.5">
          {history.map(({ id, enabled, by, at }) => (
            <li
              className="relative grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2 text-xs text-ink not-last:before:absolute not-last:before:top-5 not-last:before:-bottom-2.25 not-last:before:left-[7.5px] not-last:before:w-px not-last:before:bg-line-strong"
              key={id}
            >
              <PartyStamp className="mt-px" of={by.role === 'MANAGER' ? 'MANAGER' : 'SUPPORT'} />
              <span>{t(enabled ? 'on' : 'off', { who: who(by) })}</span>
              <time
                className="whitespace-nowrap text-ink-3"
                dateTime={new Date(at).toISOString()}
                title={formatAbsolute(at, now, locale)}
              >
                {formatLong(at, locale)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
