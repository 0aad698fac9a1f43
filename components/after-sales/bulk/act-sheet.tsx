'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOffline } from '@/components/after-sales/live'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { SheetFooter } from '@/components/ui/sheet-footer'
import type { BulkAct, BulkProgress } from '@/lib/bulk/views'
import { Exclusions } from './exclusions'
import { openStep } from './selection-store'
import { type Preview, type PreviewWanted, usePreview } from './use-preview'
import { useStart } from './use-start'

/** What is common to the sheets: the selection as the server is asked for it, and how many that are. */
export type SheetOf = { of: Omit<PreviewWanted, 'act'>; count: number | 'ALL'; runs: readonly BulkProgress[] }

export type ActSheetProps = SheetOf & {
  type: Exclude<BulkAct['type'], 'approve'>
  /** Null while something is missing: `missing` says what. */
  act: BulkAct | null
  missing: string
  onStarted?: () => void
  /** The fields. */
  children: ReactNode
}

/** Longer than the pause between two words. */
const WAIT_MS = 500

/** What is to be done with all that are selected, written once; below, to how many it goes, and to which it cannot. */
export function ActSheet({ type, act, missing, of, count, runs, onStarted, children }: ActSheetProps) {
  const t = useTranslations('bulk')
  const common = useTranslations('common')
  const offline = useOffline()
  const preview = usePreview(act && !offline ? { act, ...of } : null, WAIT_MS)
  const { starting, fault, start } = useStart(runs, of.as)
  const note = useFooterNote(preview, offline ? 'offline' : act === null ? missing : null)
  const known = preview.state === 'ready' ? preview : null
  const goes = known?.preview.goes ?? 0
  const send = async () => {
    if (known === null || goes === 0 || starting) return
    if (await start(known.preview, known.renew)) onStarted?.()
  }
  return (
    <Sheet
      closeLabel={common('close')}
      detail={t('selected', { count })}
      footer={
        <SheetFooter
          busy={starting}
          busyLabel={t('starting')}
          note={note}
          onCancel={() => openStep(null)}
          onSend={() => void send()}
          ready={goes > 0}
          submit={known ? t(`do.${type}`, { count: goes }) : t(`acts.${type}`)}
        />
      }
      onOpenAutoFocus={focusField}
      onOpenChange={(open) => open || openStep(null)}
      open
      title={t(`acts.${type}`)}
    >
      <div className="grid gap-4 px-4 py-4 md:px-6">
        {children}
        {fault && (
          <Note role="alert" tone="bad">
            {t(`fault.${fault}`)}
          </Note>
        )}
        {preview.state === 'failed' && (
          <Note role="alert" tone="bad">
            {t('previewFailed')}{' '}
            <Button className="ml-2" onClick={preview.renew}>
              {common('retry')}
            </Button>
          </Note>
        )}
        {known && known.preview.exclusions.length > 0 && (
          <div className="-mx-4 border-t border-line">
            <Exclusions preview={known.preview} />
          </div>
        )}
      </div>
    </Sheet>
  )
}

/** Where it is written, not the cross. */
function focusField(event: Event) {
  if (!(event.currentTarget instanceof HTMLElement)) return
  const field = event.currentTarget.querySelector<HTMLElement>('textarea, [role=combobox]')
  if (field) event.preventDefault()
  field?.focus()
}

/** What is still missing, that it is being looked at, or to how many of how many it goes. */
function useFooterNote(preview: Preview, missing: string | null): string {
  const t = useTranslations('bulk')
  const acts = useTranslations('case.acts')
  if (missing !== null) return missing === 'offline' ? acts('offline') : missing
  if (preview.state === 'ready') {
    const { goes, cases } = preview.preview
    return goes === cases ? t('allGo', { cases }) : t('goes', { goes, cases })
  }
  if (preview.state === 'refused') return t(`refused.${preview.refusal.code}`, { ...preview.refusal })
  return preview.state === 'working' ? t('looking') : ''
}
