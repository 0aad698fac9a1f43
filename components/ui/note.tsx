import { cva, type VariantProps } from 'class-variance-authority'
import { Info, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

const noteClass = cva('flex gap-2 rounded-sm px-2.5 py-2 text-xs text-ink-2', {
  variants: {
    tone: {
      plain: 'bg-inset [--tone:var(--color-ink-3)]',
      warn: 'bg-warn-tint [--tone:var(--color-warn)]',
      info: 'bg-info-tint [--tone:var(--color-info)]',
      ok: 'bg-ok-tint [--tone:var(--color-ok)]',
      cold: 'bg-frozen-tint [--tone:var(--color-frozen)]',
      bad: 'bg-danger-tint [--tone:var(--color-danger)]',
    },
  },
  defaultVariants: { tone: 'plain' },
})

export type NoteProps = VariantProps<typeof noteClass> & {
  icon?: LucideIcon
  /** `status` when it appears by itself, `alert` when it answers an act. */
  role?: 'status' | 'alert' | 'note'
  className?: string
  children: ReactNode
}

/** A few words on a tint, where they matter. */
export function Note({ tone, icon = Info, role, className, children }: NoteProps) {
  return (
    <div className={noteClass({ tone, className })} role={role}>
      <Icon as={icon} className="mt-0.5 text-(--tone)" small />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
