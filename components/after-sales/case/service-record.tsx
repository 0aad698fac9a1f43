import { useTranslations } from 'next-intl'
import { ClauseLink } from '@/components/ui/clause-link'
import { directionOf, isExchangeKind } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import { CopyButton } from './copy-button'
import { Moment } from './moment'
import { Section } from './section'
import { ServiceSteps } from './service-steps'
import { type TakenStep, trackOf } from './service-track'

/** R3.3, R3.4 How far a service is, and what was noted and sent on the way. `whence`: says which return it took the place of. */
export function ServiceRecord({ view, whence = false }: { view: CaseView; whence?: boolean }) {
  const t = useTranslations('case.service')
  const { service, type, now } = view
  if (!service || service.step === null) return null
  const { originalNo } = service
  const track = trackOf(view)
  const records = track.taken.filter(({ note, shipment }) => note !== null || shipment !== null)
  return (
    <Section
      end={whence && originalNo && t('original', { no: originalNo })}
      title={
        <>
          {t('title')} <ClauseLink clause={isExchangeKind(type) ? 'R3.3' : 'R3.4'} />
        </>
      }
    >
      <ServiceSteps now={now} track={track} />
      {records.length > 0 && (
        <ol aria-label={t('records')} className="mt-3 grid gap-2.5">
          {records.map((record) => (
            <Entry key={`${record.name}-${record.at}`} now={now} of={record} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function Entry({ of: { name, at, by, note, shipment }, now }: { of: TakenStep; now: number }) {
  const t = useTranslations('case')
  const direction = name === 'GOODS_RECEIVED' || name === 'SENT_BACK' ? directionOf(name) : null
  return (
    <li>
      <div className="flex flex-wrap gap-x-2 text-xs text-ink-3">
        <b className="font-semibold text-ink">{t(`service.step.${name}`)}</b>
        <Moment at={at} now={now} />
        {by !== null && <span>{t('service.by', { name: by })}</span>}
      </div>
      {note !== null && <p className="leading-read whitespace-pre-line text-ink">{note}</p>}
      {shipment && (
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
          {direction && t(`service.parcel.${direction}`)}
          <span className="flex items-center text-ink">
            {shipment.carrier} {shipment.trackingNo}
            <CopyButton label={t('copyWaybill', { no: shipment.trackingNo })} text={shipment.trackingNo} />
          </span>
        </p>
      )}
    </li>
  )
}
