'use client'

import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { phoneToolClass } from './phone-bar'
import type { HrefOf } from './use-list-href'

/** Which of how many in the list (`of`), and the one after it. */
export function Place(props: { no: string; rows: readonly { no: string }[]; of: string; hrefOf: HrefOf }) {
  const { no, rows, of, hrefOf } = props
  const t = useTranslations('case')
  const at = rows.findIndex((row) => row.no === no)
  const next = at === -1 ? undefined : rows[at + 1]
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
