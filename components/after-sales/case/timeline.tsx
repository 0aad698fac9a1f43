import { cx } from 'class-variance-authority'
import { useLocale, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { frozenLeft } from '@/components/after-sales/frozen-left'
import { useFileCount } from '@/components/files/use-file-words'
import { RefundError } from '@/components/refunds/refund-error'
import { ClauseLink } from '@/components/ui/clause-link'
import type { ActorRole } from '@/lib/after-sales/domain/after-sale'
import type { CaseView, TimelineEntry } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import { isOneOfSeveral } from './agreement-of'
import { comingOf } from './coming'
import { useEventSentence } from './event-sentence'
import { filesOfEntry, mediaTypesOf } from './files-of-entry'
import { Moment } from './moment'
import { RoleStamp } from './role-stamp'
import { Section } from './section'
import { tellTogether } from './tell-together'

/** What will happen by itself, then everything that happened, newest first; who, when, on what clause. */
export function Timeline({ view }: { view: CaseView }) {
  const t = useTranslations('timeline')
  const sentence = useEventSentence()
  const { clock, consequence, now } = view
  const mediaTypes = mediaTypesOf(view)
  const again = isOneOfSeveral(view)
  return (
    <Section narrow title={t('label')} unheaded="max-xl">
      <ol className="grid gap-2.5">
        {clock && consequence && (
          <Item at={clock.dueAt} clause={consequence.clause} now={now} actor="SYSTEM" upcoming>
            {t(`coming.${consequence.outcome}`, { amount: formatFen(consequence.amountFen ?? 0, view.currency) })}
          </Item>
        )}
        {clock && !consequence && now <= clock.dueAt && (
          <Item actor="AGENT" at={clock.dueAt} clause="R3.4" now={now} upcoming>
            {t('coming.answer')}
          </Item>
        )}
        {comingOf(view.dispute).map(({ at, sides, last }) => (
          <Item actor="SUPPORT" at={at} clause="R4.3" key={at} now={now} upcoming>
            {last ? t('coming.review') : t('coming.evidence', { sides })}
          </Item>
        ))}
        {tellTogether(view.timeline).map(({ entry, done }) => (
          <Fragment key={`${entry.afterSaleNo}-${entry.seq}`}>
            {entry.type === 'DisputeOpened' && <Frozen entry={entry} view={view} />}
            <Item
              at={entry.effectiveAt}
              files={filesOfEntry(entry, mediaTypes)}
              of={placeOf(entry, view)}
              clause={entry.clause}
              now={now}
              actor={entry.actor.role}
              quiet={entry.type === 'DeadlineSoon'}
            >
              {sentence(entry, again, done)}
              {entry.type === 'RefundStuck' && <StuckReason entry={entry} />}
            </Item>
          </Fragment>
        ))}
      </ol>
    </Section>
  )
}

/** R4.2 What opening a dispute did to the clock that was running. */
function Frozen({ entry, view }: { entry: TimelineEntry; view: CaseView }) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const frozen = entry.afterSaleNo === view.no ? view.dispute?.frozen : null
  if (!frozen) return null
  return (
    <Item actor="SUPPORT" at={entry.effectiveAt} clause="R4.2" now={view.now}>
      {t('frozen', frozenLeft(frozen.remainingMs, locale))}
    </Item>
  )
}

function placeOf({ afterSaleNo, attempt }: TimelineEntry, { no, service }: CaseView): ItemProps['of'] {
  if (afterSaleNo === no) return null
  return afterSaleNo === service?.originalNo ? 'original' : attempt
}

type ItemProps = {
  at: number
  now: number
  actor: ActorRole
  clause: string
  /** Of an earlier application, which; or of the return that a service came from. */
  of?: number | 'original' | null
  upcoming?: boolean
  /** The media types of what went along. */
  files?: readonly string[]
  /** The clock told something and decided nothing. */
  quiet?: boolean
  children: ReactNode
}

function Item({ at, now, actor, clause, of = null, upcoming = false, quiet = false, files = [], children }: ItemProps) {
  const t = useTranslations('timeline')
  const count = useFileCount()
  return (
    <li
      className={cx(
        'relative grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2 text-xs not-last:before:absolute not-last:before:top-5 not-last:before:-bottom-2.25 not-last:before:left-[7.5px] not-last:before:w-px not-last:before:bg-line-strong',
        upcoming || quiet ? 'text-ink-3' : 'text-ink',
      )}
    >
      <RoleStamp className="mt-px" role={actor} upcoming={upcoming} />
      <span>{children}</span>
      <ClauseLink className="mt-0.5 self-start" clause={clause} />
      <span className="col-start-2 row-start-2 text-ink-3">
        <Moment at={at} now={now} />
        {files.length > 0 && ` · ${count(files)}`}
        {of !== null && ` · ${of === 'original' ? t('original') : t('attempt', { n: of })}`}
      </span>
    </li>
  )
}

function StuckReason({ entry }: { entry: TimelineEntry }) {
  const { error } = entry.data
  return (
    <span className="block text-ink-2">
      <RefundError error={typeof error === 'string' ? error : null} />
    </span>
  )
}
