'use client'

import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { CaseView } from '@/lib/after-sales/views'
import { CaseLink } from './case-link'

/** On a phone the case is the whole screen: the way back, and which case it is. */
export function PhoneBar({ view }: { view: CaseView }) {
  const t = useTranslations('case')
  const words = useTranslations('words')
  return (
    <div className="flex h-12 flex-none items-center gap-1 border-b border-line bg-chrome pr-4 pl-1 md:hidden">
      <CaseLink
        aria-label={t('back')}
        className="inline-flex size-10 items-center justify-center rounded-sm text-ink-2"
        no={null}
      >
        <Icon as={ArrowLeft} />
      </CaseLink>
      <b className="font-semibold text-ink">{words(`type.${view.type}`)}</b>
      <span className="text-xs text-ink-3">{view.no}</span>
    </div>
  )
}
