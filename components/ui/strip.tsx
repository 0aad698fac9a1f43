import { cva, type VariantProps } from 'class-variance-authority'
import { type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

const stripClass = cva(
  'flex min-h-8 flex-none flex-wrap items-center gap-x-2 border-b border-line px-4 text-xs text-ink',
  {
    variants: {
      tone: {
        warn: 'bg-warn-tint [--tone:var(--color-warn)]',
        info: 'bg-info-tint [--tone:var(--color-info)]',
        cold: 'bg-frozen-tint [--tone:var(--color-frozen)]',
        bad: 'bg-danger-tint [--tone:var(--color-danger)]',
      },
    },
    defaultVariants: { tone: 'warn' },
  },
)

export type StripProps = VariantProps<typeof stripClass> & {
  icon?: LucideIcon
  role?: 'status' | 'alert'
  /** Makes it a landmark of this name. */
  label?: string
  /** At the right end: what can be done about it. */
  end?: ReactNode
  className?: string
  children: ReactNode
}

/** A line across a pane: offline, the sandbox. */
export function Strip({ tone, icon = TriangleAlert, role, label, end, className, children }: StripProps) {
  const content = (
    <>
      <Icon as={icon} className="text-(--tone)" small />
      <div className="min-w-0 flex-1">{children}</div>
      {end}
    </>
  )
  const look = stripClass({ tone, className })
  if (label) {
    return (
      <section aria-label={label} className={look}>
        {content}
      </section>
    )
  }
  return (
    <div className={look} role={role}>
      {content}
    </div>
  )
}
