'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import type { View } from './use-views'
import { ViewCount } from './view-count'

/** One to choose; the one that is shown is marked. */
export function ViewLink({ view, onChosen }: { view: View; onChosen: () => void }) {
  const { name, href, current, count } = view
  return (
    <Link
      aria-current={current || undefined}
      className="flex h-10 items-center gap-2 rounded-sm px-2 text-ink -outline-offset-2 hover:bg-inset hover:no-underline aria-[current]:font-semibold md:h-8"
      href={href}
      onClick={onChosen}
      prefetch={false}
      scroll={false}
    >
      <span className="flex w-3.5 flex-none justify-center">{current && <Icon as={Check} small />}</span>
      <span className="truncate">{name}</span>
      <ViewCount className="ml-auto" count={count} />
    </Link>
  )
}
