'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { useDesk } from '@/components/after-sales/case/desk'
import { Section } from '@/components/after-sales/case/section'
import { useCaseKeys } from '@/components/after-sales/case/use-case-keys'
import { inspectionKey, useDraft } from '@/components/after-sales/case/use-draft'
import { AddFiles } from '@/components/files/add-files'
import { DropArea } from '@/components/files/drop-area'
import { UploadFaults } from '@/components/files/upload-faults'
import { UploadTiles } from '@/components/files/upload-tiles'
import { ClauseLink } from '@/components/ui/clause-link'
import { Icon } from '@/components/ui/icon'
import { Textarea } from '@/components/ui/textarea'
import type { DisputeView } from '@/lib/disputes/views'
import { PackList } from './pack-list'
import { useEvidence } from './use-evidence'

/** R4.3 What the merchant gives: records and photos of the case, files of its own, and what it says to them. */
export function EvidenceForm({ dispute }: { dispute: DisputeView }) {
  const t = useTranslations('dispute')
  const { view, deciding } = useDesk()
  const { text, setText, length, maxLength, uploads, pack, files, maxFiles } = useEvidence(dispute)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const room = maxFiles - files
  const tooMany = room < 0
  useCaseKeys({ e: () => field.current?.focus() })

  return (
    <Section
      end={
        <span className={tooMany ? 'font-semibold text-danger' : undefined}>
          {t('pack.count', { n: files, max: maxFiles })}
        </span>
      }
      title={
        <>
          {t('pack.title')}
          <span className="truncate max-md:hidden">{t('pack.hint')}</span>
        </>
      }
    >
      <DropArea onFiles={(added) => deciding || uploads.add(added)} pasteAnywhere>
        <PackList mine={dispute.evidence.MERCHANT} pack={pack} view={view} />
        <UploadTiles uploads={uploads} />
        <UploadFaults uploads={uploads} />
        {room > 0 ? (
          <AddFiles as="row" disabled={deciding} uploads={uploads}>
            {t('pack.add', { n: room })}
          </AddFiles>
        ) : (
          <p className="flex h-9 items-center text-xs text-ink-3">{t('pack.full', { max: maxFiles })}</p>
        )}
        <div className="mt-3.5 mb-1 flex items-center gap-2 text-xs text-ink-2">
          <label htmlFor={id}>{t('form.text')}</label>
          <AddNote onAdd={(note) => setText(text.trim() === '' ? note : `${text.trimEnd()}\n${note}`)} text={text} />
          <span className={`ml-auto ${length > maxLength ? 'font-semibold text-danger' : 'text-ink-3'}`}>
            {t('form.count', { count: length, max: maxLength })}
          </span>
        </div>
        <Textarea
          className="block max-h-80 min-h-18"
          id={id}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('form.placeholder')}
          readOnly={deciding}
          ref={field}
          rows={3}
          value={text}
        />
        <p className="mt-1.5 text-xs text-ink-3">
          {t.rich('form.doneMeans', { clause: () => <ClauseLink clause="R4.3" /> })}
        </p>
      </DropArea>
    </Section>
  )
}

/** R2.5 What was noted on unpacking and is not on record yet. */
function AddNote({ text, onAdd }: { text: string; onAdd: (note: string) => void }) {
  const t = useTranslations('dispute.form')
  const { view } = useDesk()
  const [note] = useDraft(inspectionKey(view.no))
  const found = (view.inspection?.note ?? note).trim()
  if (found === '' || text.includes(found)) return null
  return (
    <button
      className="inline-flex h-6 items-center gap-1 rounded-sm border border-line-strong px-2 hover:bg-inset active:bg-pressed max-md:h-9"
      onClick={() => onAdd(found)}
      type="button"
    >
      <Icon as={Plus} small />
      {t('note')}
    </button>
  )
}
