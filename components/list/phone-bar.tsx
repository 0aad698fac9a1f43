'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { CaseView } from '@/lib/after-sales/views'
import type { HrefOf } from './use-list-href'

/** A button of the bar. */
export const phoneToolClass = 'inline-flex size-10 flex-none items-center justify-center rounded-sm text-ink-2'

export type PhoneBarProps = { view: Pick<CaseView, 'no' | 'type'>; hrefOf: HrefOf; children?: ReactNode }

/** On a phone the pane is the whole screen: the way back to the list, and which case it is. */
export function PhoneBar({ view: { no, type }, hrefOf, children }: PhoneBarProps) {
  const t = useTranslations('case')
  const words = useTranslations('words.type')
  return (
    <div className="flex h-12 flex-none items-center gap-1 border-b border-line bg-chrome px-1 md:hidden">
      <Link aria-label={t('back')} className={phoneToolClass} href={hrefOf(null)} prefetch={false}>
        <Icon as={ArrowLeft} />
      </Link>
      <span className="min-w-0 flex-1 truncate">
        <b className="font-semibold text-ink">{words(type)}</b> <span className="text-sm text-ink-3">{no}</span>
      </span>
      {children}
    </div>
  )
}
