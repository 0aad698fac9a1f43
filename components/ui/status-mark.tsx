import { cx } from 'class-variance-authority'
import type { ReactNode } from 'react'

export type StatusTone =
  | 'pending'
  | 'return'
  | 'receipt'
  | 'service'
  | 'dispute'
  | 'refunding'
  | 'refunded'
  | 'rejected'
  | 'closed'

const disc = <circle cx="5" cy="5" fill="currentColor" r="4.5" />
const ring = <circle cx="5" cy="5" fill="none" r="4" stroke="currentColor" strokeWidth="1.5" />
const half = (
  <>
    {ring}
    <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />
  </>
)

const marks: Record<StatusTone, { ink: string; drawing: ReactNode }> = {
  pending: { ink: 'text-status-pending', drawing: disc },
  return: { ink: 'text-status-return', drawing: ring },
  receipt: { ink: 'text-status-receipt', drawing: disc },
  service: { ink: 'text-status-service', drawing: half },
  dispute: { ink: 'text-status-dispute', drawing: <path d="M5 0l5 5-5 5-5-5z" fill="currentColor" /> },
  refunding: { ink: 'text-status-refunding', drawing: half },
  refunded: {
    ink: 'text-status-refunded',
    drawing: <path d="M1 5.5 4 8.5 9 2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  },
  rejected: {
    ink: 'text-status-rejected',
    drawing: <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" stroke="currentColor" strokeWidth="1.8" />,
  },
  closed: { ink: 'text-status-closed', drawing: <path d="M1 5h8" stroke="currentColor" strokeWidth="1.8" /> },
}

/** A status: a drawn mark and its word, never a colour alone. */
export function StatusMark({
  tone,
  children,
  className,
}: {
  tone: StatusTone
  children: ReactNode
  className?: string
}) {
  const { ink, drawing } = marks[tone]
  return (
    <span className={cx('inline-flex items-center gap-1.25 whitespace-nowrap', ink, className)}>
      <svg aria-hidden="true" className="size-2.5" viewBox="0 0 10 10">
        {drawing}
      </svg>
      {children}
    </span>
  )
}
