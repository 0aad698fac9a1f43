'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { PageHead } from '@/components/settings/page-head'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import type { AddressView } from '@/lib/shops/views'
import { AddressSheet } from './address-sheet'
import { AddressTable } from './address-table'

export type AddressesDeskProps = { shopId: string; addresses: AddressView[] }

/** R2.2 The shop's return addresses. */
export function AddressesDesk({ shopId, addresses }: AddressesDeskProps) {
  const t = useTranslations('addresses')
  const router = useRouter()
  const [open, setOpen] = useState<AddressView | 'new' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const create = useRef<HTMLButtonElement>(null)
  const losingFocus = useRef(false)

  // What was pressed may go with the next reading of the list, and the focus with it.
  useEffect(() => {
    if (!losingFocus.current || document.activeElement !== document.body) return
    losingFocus.current = false
    create.current?.focus()
  })
  const show = (next: AddressView | 'new' | null) => {
    setProblem(null)
    setOpen(next)
    losingFocus.current = next === null
  }
  const changed = () => {
    losingFocus.current = true
    router.refresh()
  }
  return (
    <div className="grid gap-5">
      <PageHead
        action={
          <Button onClick={() => show('new')} ref={create} size="lg" variant="primary">
            {t('create.open')}
          </Button>
        }
        intro={t('intro')}
        title={t('title')}
      />
      {problem !== null && (
        <Note role="alert" tone="bad">
          {problem}
        </Note>
      )}
      {addresses.length === 0 ? (
        <div className="border-t border-line pt-5">
          <b className="font-semibold text-ink">{t('empty.title')}</b>
          <p className="mt-1 max-w-180 leading-read">{t('empty.body')}</p>
        </div>
      ) : (
        <AddressTable
          addresses={addresses}
          onChange={show}
          onChanged={changed}
          onProblem={setProblem}
          shopId={shopId}
        />
      )}
      {open !== null && (
        <AddressSheet
          address={open === 'new' ? null : open}
          addresses={addresses}
          onChanged={changed}
          onClose={() => show(null)}
          shopId={shopId}
        />
      )}
    </div>
  )
}
