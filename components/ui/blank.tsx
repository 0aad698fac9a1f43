import type { ReactNode } from 'react'

export type BlankProps = {
  title: ReactNode
  children?: ReactNode
  /** One button or link. */
  action?: ReactNode
  /** `alert` when it stands there because something failed. */
  role?: 'status' | 'alert'
  className?: string
}

/** Nothing here, or nothing came: left-aligned, a line or two, one button. */
export function Blank({ title, children, action, role, className = '' }: BlankProps) {
  return (
    <div className={`flex h-full flex-col items-start justify-center gap-1 px-4 py-6 md:px-8 ${className}`} role={role}>
      <b className="font-semibold text-ink">{title}</b>
      {children && <span>{children}</span>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
