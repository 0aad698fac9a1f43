import type { ReactNode } from 'react'

export type FactRowProps = {
  label: string
  of: readonly (readonly [string, ReactNode])[]
  /** At the right end, quieter. */
  note?: ReactNode
}

/** A few facts between two hairlines; on a phone one a line. */
export function FactRow({ label, of, note }: FactRowProps) {
  return (
    <section
      aria-label={label}
      className="flex border-y border-line not-first:-mt-px max-md:flex-col max-md:py-2.5 md:items-baseline"
    >
      <dl className="flex max-md:flex-col max-md:gap-1 md:flex-wrap md:items-baseline">
        {of.map(([name, value]) => (
          <div
            className="flex items-baseline gap-2.5 border-line md:py-2.5 md:pr-7 md:not-first:border-l md:not-first:pl-7"
            key={name}
          >
            <dt className="text-xs text-ink-3 max-md:w-16 max-md:flex-none">{name}</dt>
            <dd className="text-base font-semibold text-ink">{value}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="text-xs text-ink-3 max-md:mt-2 md:ml-auto md:py-2.5">{note}</p>}
    </section>
  )
}
