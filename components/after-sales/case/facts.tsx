import type { ReactNode } from 'react'

/** Names and values, one pair a line; what is null has no line. */
export function Facts({ of, className }: { of: readonly (readonly [string, ReactNode])[]; className?: string }) {
  return (
    <dl className={`grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs ${className ?? ''}`}>
      {of.map(
        ([name, value]) =>
          value !== null && (
            <div className="contents" key={name}>
              <dt className="text-ink-3">{name}</dt>
              <dd className="text-ink">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
