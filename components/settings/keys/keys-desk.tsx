'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { DocsLink } from '@/components/settings/docs-link'
import { PageHead } from '@/components/settings/page-head'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import type { ApiKeyView, ShopKeys } from '@/lib/api-keys/views'
import { EndedKeys } from './ended-keys'
import { KeyTable } from './key-table'
import { NewKeySheet } from './new-key-sheet'
import { NoKeys } from './no-keys'
import { RotateSheet } from './rotate-sheet'

export type KeysDeskProps = ShopKeys & {
  shopId: string
  /** The server's time, epoch ms. */
  now: number
}

type Open = { sheet: 'new' } | { sheet: 'rotate'; apiKey: ApiKeyView } | null

/**
 * The shop's keys. The sheets hang here and not in a row: a row may go with the next reading of the list, while the sheet
 * still shows what is seen only once.
 */
export function KeysDesk({ shopId, now, usable, ended }: KeysDeskProps) {
  const t = useTranslations('apiKeys')
  const router = useRouter()
  const refresh = () => router.refresh()
  const [open, setOpen] = useState<Open>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const create = useRef<HTMLButtonElement>(null)
  const losingFocus = useRef(false)

  // What was pressed may go with the next reading of the list, and the focus with it.
  useEffect(() => {
    if (!losingFocus.current || document.activeElement !== document.body) return
    losingFocus.current = false
    create.current?.focus()
  })
  const show = (next: Open) => {
    setProblem(null)
    setOpen(next)
    losingFocus.current = next === null
  }
  const act = (
    <Button onClick={() => show({ sheet: 'new' })} ref={create} size="lg" variant="primary">
      {t('create.open')}
    </Button>
  )
  return (
    <div className="grid gap-5">
      <PageHead
        action={act}
        intro={
          <>
            {t('intro')} <DocsLink />
          </>
        }
        title={t('title')}
      />
      {problem !== null && (
        <Note role="alert" tone="bad">
          {problem}
        </Note>
      )}
      {usable.length === 0 ? (
        <NoKeys />
      ) : (
        <KeyTable
          keys={usable}
          now={now}
          onProblem={setProblem}
          onRevoked={() => {
            losingFocus.current = true
          }}
          onRotate={(apiKey) => show({ sheet: 'rotate', apiKey })}
          shopId={shopId}
        />
      )}
      {ended.length > 0 && <EndedKeys keys={ended} now={now} />}
      {open?.sheet === 'new' && <NewKeySheet onChanged={refresh} onClose={() => show(null)} shopId={shopId} />}
      {open?.sheet === 'rotate' && (
        <RotateSheet apiKey={open.apiKey} onChanged={refresh} onClose={() => show(null)} shopId={shopId} />
      )}
    </div>
  )
}
