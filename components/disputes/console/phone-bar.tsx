'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { CaseView } from '@/lib/after-sales/views'
import { useDisputeHref } from './use-dispute-href'

/** On a phone the dispute is the whole screen: the way back, and which one it is. */
export function PhoneBar({ view: { no, type } }: { view: CaseView }) {
  const t = useTranslations('console')
  const words = useTranslations('words.type')
  const hrefOf = useDisputeHref()
  return (
    <div className="flex h-12 flex-none items-center gap-1 border-b border-line bg-chrome px-1 md:hidden">
      <Link
        aria-label={t('back')}
        className="inline-flex size-10 flex-none items-center justify-center rounded-sm text-ink-2"
        href={hrefOf(null)}
        prefetch={false}
      >
        <Icon as={ArrowLeft} />
      </Link>
      <span className="min-w-0 flex-1 truncate">
        <b className="font-semibold text-ink">{words(type)}</b> <span className="text-sm text-ink-3">{no}</span>
      </span>
    </div>
  )
}
