'use client'

import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { phoneToolClass } from '@/components/after-sales/case/phone-tool-class'
import { Icon } from '@/components/ui/icon'
import { useOwnHref } from './use-own-href'
import { useOwnList } from './use-own-list'

/** Which of how many among the shop's disputes, and the one after it. */
export function OwnPlace({ no }: { no: string }) {
  const t = useTranslations('case')
  const { rows, hasMore } = useOwnList()
  const hrefOf = useOwnHref()
  const at = rows.findIndex((row) => row.no === no)
  const next = at === -1 ? undefined : rows[at + 1]
  const of = `${rows.length}${hasMore ? '+' : ''}`
  return (
    <>
      {at !== -1 && <span className="text-xs whitespace-nowrap text-ink-3">{t('position', { at: at + 1, of })}</span>}
      {next && (
        <Link aria-label={t('next')} className={phoneToolClass} href={hrefOf(next.no)} prefetch={false}>
          <Icon as={ChevronDown} />
        </Link>
      )}
    </>
  )
}
