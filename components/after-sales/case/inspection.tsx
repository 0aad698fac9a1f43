'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DropArea } from '@/components/files/drop-area'
import { ClauseLink } from '@/components/ui/clause-link'
import { Icon } from '@/components/ui/icon'
import { Textarea } from '@/components/ui/textarea'
import { useDesk } from './desk'
import { InspectionFiles } from './inspection-files'
import { Section } from './section'
import { useCaseUploads } from './use-case-uploads'
import { inspectionKey, useDraft } from './use-draft'

const CHIPS = ['package', 'tag', 'parts', 'used'] as const
export const INSPECTION_MAX = 1000

/** R2.5 What was found on unpacking; it goes on record with the receipt. */
export function Inspection({ no }: { no: string }) {
  const t = useTranslations('case.inspection')
  const { deciding } = useDesk()
  const [note, setNote] = useDraft(inspectionKey(no))
  const uploads = useCaseUploads('inspection')
  const add = (text: string) => setNote(note.trim() === '' ? text : `${note.trimEnd()}${t('join')}${text}`)
  return (
    <Section
      end={t('hint')}
      title={
        <>
          {t('title')} <ClauseLink clause="R2.5" />
        </>
      }
    >
      <DropArea onFiles={(files) => deciding || uploads.add(files)} pasteAnywhere>
        <Textarea
          aria-label={t('label')}
          className="min-h-16"
          maxLength={INSPECTION_MAX}
          onChange={(event) => setNote(event.target.value)}
          placeholder={t('placeholder')}
          rows={2}
          value={note}
        />
        <div className="mt-2 flex flex-wrap gap-1.5">
          {CHIPS.map((chip) => (
            <button
              aria-label={t('add', { text: t(`chips.${chip}`) })}
              className="inline-flex h-9 items-center gap-1 rounded-sm border border-line-strong px-2 text-xs whitespace-nowrap text-ink-2 hover:bg-inset active:bg-pressed md:h-6"
              key={chip}
              onClick={() => add(t(`chips.${chip}`))}
              type="button"
            >
              <Icon as={Plus} small />
              {t(`chips.${chip}`)}
            </button>
          ))}
        </div>
        <InspectionFiles disabled={deciding} uploads={uploads} />
      </DropArea>
    </Section>
  )
}
