'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toolClass } from '@/components/layout/tool-class'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { chordOf, useModifier } from '@/components/ui/use-modifier'
import { loadPanel, openPalette } from './open-palette'

const opens = {
  'aria-haspopup': 'dialog',
  'aria-keyshortcuts': 'Meta+K Control+K',
  onClick: openPalette,
  onFocus: loadPanel,
  onPointerEnter: loadPanel,
  type: 'button',
} as const

/** At the end of the search field: its keys, and for a pointer the way to it. */
export function PaletteKey() {
  const t = useTranslations('shell.palette')
  const keys = chordOf(useModifier(), 'K')
  return (
    <button
      {...opens}
      aria-label={t('title')}
      // as wide for either modifier: which one it is, only the browser knows
      className="inline-flex h-5 w-11 flex-none justify-end rounded-sm hover:text-ink max-md:hidden"
      title={t('title')}
    >
      <Kbd className="self-center">{keys}</Kbd>
    </button>
  )
}

/** Where there is no queue to search: looks like the field, and opens the palette. On a phone it is a glass. */
export function PaletteButton() {
  const t = useTranslations('shell.palette')
  const keys = chordOf(useModifier(), 'K')
  return (
    <>
      <button
        {...opens}
        className="flex h-7 w-100 min-w-0 items-center gap-2 rounded-sm border border-line-strong bg-surface pr-1.5 pl-2 text-ink-3 max-md:hidden md:ml-4"
      >
        <Icon as={Search} small />
        <span className="min-w-0 flex-1 truncate text-left">{t('searchDisputes')}</span>
        <Kbd>{keys}</Kbd>
      </button>
      <button {...opens} aria-label={t('title')} className={`${toolClass} md:hidden`}>
        <Icon as={Search} />
      </button>
    </>
  )
}
