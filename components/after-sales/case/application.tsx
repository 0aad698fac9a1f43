import { useTranslations } from 'next-intl'
import { Attachments } from '@/components/files/attachments'
import type { CaseView } from '@/lib/after-sales/views'
import { Moment } from './moment'
import { Section } from './section'

/** What the buyer asks for, in his words; and what was answered, if that was no. */
export function Application({ view }: { view: CaseView }) {
  const t = useTranslations('case')
  const words = useTranslations('words')
  const { rejection, now } = view
  return (
    <>
      <Section title={t('application')} unheaded="max-md">
        <p className="font-semibold text-ink">{words(`reason.${view.reason}`)}</p>
        {view.description ? (
          <p className="mt-1 leading-read whitespace-pre-line text-ink">{view.description}</p>
        ) : (
          <p className="mt-1 text-ink-3">{t('noDescription')}</p>
        )}
        <Attachments className="mt-2.5" files={view.attachments} label={t('applicationFiles')} size="lg" />
      </Section>
      {rejection && (
        <Section end={<Moment at={rejection.at} now={now} />} title={t('rejection')}>
          <p className="font-semibold text-ink">{words(`rejectionReason.${rejection.reasonCode}`)}</p>
          <p className="mt-1 leading-read whitespace-pre-line text-ink">{rejection.text}</p>
        </Section>
      )}
    </>
  )
}
