import { useTranslations } from 'next-intl'
import type { CaseView } from '@/lib/after-sales/views'
import { agreementOf } from './agreement-of'
import { CaseLink } from './case-link'

/** R1.4 The application before this one and the one after it; R3.1 the return that a service came from, and the other way. */
export function Attempts({ view }: { view: CaseView }) {
  const t = useTranslations('case')
  const words = useTranslations('words')
  const { attempt, previousNo, nextNo, service } = view
  const agreed = agreementOf(view)
  if (service?.originalNo)
    return <CaseLink no={service.originalNo}>{t('service.original', { no: service.originalNo })}</CaseLink>
  return (
    <>
      {previousNo ? (
        <CaseLink aria-label={t('toPrevious', { n: attempt })} no={previousNo}>
          {words('attempt', { n: attempt })}
        </CaseLink>
      ) : (
        attempt > 1 && <span>{words('attempt', { n: attempt })}</span>
      )}
      {agreed ? (
        <CaseLink no={agreed.serviceNo}>
          {t('followedBy', { type: words(`type.${agreed.kind}`), no: agreed.serviceNo })}
        </CaseLink>
      ) : (
        nextNo && <CaseLink no={nextNo}>{t('followed', { n: attempt + 1 })}</CaseLink>
      )}
    </>
  )
}
