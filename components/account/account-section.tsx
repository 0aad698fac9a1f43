import { type ReactNode, useId } from 'react'

export type AccountSectionProps = {
  title: ReactNode
  about: ReactNode
  /** Below: how it stands. */
  state?: ReactNode
  /** What can be done. */
  acts: ReactNode
}

/** One thing about an account, and what can be done about it. */
export function AccountSection({ title, about, state, acts }: AccountSectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="flex gap-x-6 gap-y-3 border-b border-line py-4 max-md:flex-col md:items-start"
    >
      <div className="grid min-w-0 flex-1 gap-1">
        <h2 className="font-semibold text-ink" id={id}>
          {title}
        </h2>
        <p className="max-md:leading-read">{about}</p>
        {state}
      </div>
      <div className="flex flex-wrap gap-2">{acts}</div>
    </section>
  )
}
