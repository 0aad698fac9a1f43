import type { ReactNode } from 'react'

export type PageHeadProps = {
  title: ReactNode
  /** One or two sentences: what it is for, and since when it counts. */
  intro: ReactNode
  /** The page's one act. */
  action?: ReactNode
}

/** The head of a page of the settings. */
export function PageHead({ title, intro, action }: PageHeadProps) {
  return (
    <header className="flex items-start gap-x-4 gap-y-3 max-md:flex-col">
      <div className="min-w-0 flex-1">
        <h1 className="text-lg font-semibold text-ink">{title}</h1>
        <p className="mt-0.5 max-w-180 max-md:leading-read">{intro}</p>
      </div>
      {action}
    </header>
  )
}
