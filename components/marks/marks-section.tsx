'use client'

import { EyeOff, NotebookPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useDesk } from '@/components/after-sales/case/desk'
import { Section } from '@/components/after-sales/case/section'
import { useCaseKeys } from '@/components/after-sales/case/use-case-keys'
import { useActs } from '@/components/layout/acts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { MarkItem } from './mark-item'
import { useMarks } from './marks-desk'
import { NoteForm } from './note-form'
import { useNote } from './use-note'

/** Older ones are folded away. */
const SHOWN = 5

/** What the shop's people tell one another of the case, and what they did with it among themselves. */
export function MarksSection() {
  const t = useTranslations('marks')
  const { seeFacts } = useDesk()
  const { entries, now } = useMarks().marks
  const note = useNote()
  const [opened, setOpened] = useState(false)
  const [all, setAll] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  // what was begun is there again
  const writing = opened || note.text !== ''
  const write = () => {
    setOpened(true)
    seeFacts()
    // the tab and the field have to be there first
    requestAnimationFrame(() => {
      field.current?.focus({ preventScroll: true })
      field.current?.parentElement?.scrollIntoView({ block: 'nearest' })
    })
  }
  const close = () => {
    setOpened(false)
    requestAnimationFrame(() => opener.current?.focus({ preventScroll: true }))
  }
  useCaseKeys({ m: write })
  useActs('case', () => [{ id: 'note', label: t('write'), keys: 'M', run: write }])
  const folded = all ? 0 : Math.max(0, entries.length - SHOWN)
  return (
    <Section
      end={
        <span className="inline-flex items-center gap-1 text-ink-3">
          <Icon as={EyeOff} small />
          {t('onlyShop')}
        </span>
      }
      // in one column the facts behind the same tab can wait
      className="max-xl:order-first max-xl:not-first:border-t-0 max-xl:border-b"
      narrow
      title={t('notes')}
    >
      {folded > 0 && (
        <Button className="mb-2 -ml-1.5 text-xs" onClick={() => setAll(true)} variant="bare">
          {t('earlier', { count: folded })}
        </Button>
      )}
      {entries.length > 0 && (
        <ol className="mb-2 grid gap-2">
          {entries.slice(folded).map((entry) => (
            <MarkItem entry={entry} key={entry.id} now={now} />
          ))}
        </ol>
      )}
      {writing ? (
        <NoteForm field={field} note={note} onClose={close} />
      ) : (
        <Button aria-keyshortcuts="M" className="-ml-1.5 text-xs" onClick={write} ref={opener} variant="bare">
          <Icon as={NotebookPen} small />
          {t('write')}
          <Kbd className="max-md:hidden">M</Kbd>
        </Button>
      )}
    </Section>
  )
}
