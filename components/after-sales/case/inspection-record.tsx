import { useTranslations } from 'next-intl'
import { Attachments } from '@/components/files/attachments'
import { ClauseLink } from '@/components/ui/clause-link'
import type { CaseView } from '@/lib/after-sales/views'
import { Moment } from './moment'
import { Section } from './section'

/** R2.5 What was found on unpacking, as it went on record; nothing when only the receipt did. */
export function InspectionRecord({ view: { inspection, now } }: { view: Pick<CaseView, 'inspection' | 'now'> }) {
  const t = useTranslations('case.inspection')
  if (!inspection || (inspection.note === null && inspection.attachments.length === 0)) return null
  const { note, attachments, by, at } = inspection
  return (
    <Section
      end={
        <>
          {by !== null && `${t('by', { name: by })} · `}
          <Moment at={at} now={now} />
        </>
      }
      title={
        <>
          {t('title')} <ClauseLink clause="R2.5" />
        </>
      }
    >
      {note !== null && <p className="leading-read whitespace-pre-line text-ink">{note}</p>}
      <Attachments className={note === null ? undefined : 'mt-2.5'} files={attachments} label={t('files')} />
    </Section>
  )
}
