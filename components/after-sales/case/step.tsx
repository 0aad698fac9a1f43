import { cva } from 'class-variance-authority'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ClauseLink } from '@/components/ui/clause-link'
import { Icon } from '@/components/ui/icon'

const numberClass = cva('grid size-5 flex-none place-items-center rounded-full text-xs', {
  variants: {
    state: {
      done: 'bg-ok text-surface',
      now: 'bg-ink text-surface',
      later: 'text-ink-2 shadow-[inset_0_0_0_1px_var(--color-line-control)]',
    },
  },
})

export type StepProps = {
  which: number
  state: 'done' | 'now' | 'later'
  title: string
  clause?: string
  first?: boolean
  children: ReactNode
}

/** One of the steps of a sheet. */
export function Step({ which, state, title, clause, first = false, children }: StepProps) {
  return (
    <section
      className={`grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 px-4 py-4 md:px-6 ${first ? '' : 'border-t border-line'}`}
    >
      <span aria-hidden="true" className={numberClass({ state })}>
        {state === 'done' ? <Icon as={Check} small /> : which}
      </span>
      <div>
        <h3 className="flex items-center gap-2 font-semibold text-ink">
          {title} {clause && <ClauseLink clause={clause} />}
        </h3>
        {children}
      </div>
    </section>
  )
}
