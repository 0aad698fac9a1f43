import { useTranslations } from 'next-intl'
import type { CaseView } from '@/lib/after-sales/views'
import { CaseLink } from './case-link'

/** R1.4 The application before this one and the one after it. */
export function Attempts({ view: { attempt, previousNo, nextNo } }: { view: CaseView }) {
  const t = useTranslations('case')
  const words = useTranslations('words')
  return (
    <>
      {previousNo ? (
        <CaseLink aria-label={t('toPrevious', { n: attempt })} no={previousNo}>
          {words('attempt', { n: attempt })}
        </CaseLink>
      ) : (
        attempt > 1 && <span>{words('attempt', { n: attempt })}</span>
      )}
      {nextNo && <CaseLink no={nextNo}>{t('followed', { n: attempt + 1 })}</CaseLink>}
    </>
  )
}
