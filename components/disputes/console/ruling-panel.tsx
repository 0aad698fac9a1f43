'use client'

import { cx } from 'class-variance-authority'
import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ClauseLink } from '@/components/ui/clause-link'
import { Icon } from '@/components/ui/icon'
import { RulingForm } from './ruling-form'
import { RulingMade } from './ruling-made'
import type { DisputeDesk } from './use-dispute-desk'

export type RulingPanelProps = {
  desk: DisputeDesk
  /** Where it is narrow the panel stands in the dispute's place: whether it does, how to leave it, who wants it. */
  shown: boolean
  onBack: () => void
  onWanted: () => void
  /** What came of the last act. */
  children: ReactNode
}

/** R4.5 The ruling: to be made, or as it was made. */
export function RulingPanel({ desk, shown, onBack, onWanted, children }: RulingPanelProps) {
  const t = useTranslations('console')
  const over = desk.dispute.endedAt !== null
  return (
    <section
      aria-label={t('ruling.title')}
      className={cx(
        'min-h-0 w-full flex-col border-line bg-chrome xl:flex xl:w-79 xl:flex-none xl:border-l',
        shown ? 'flex' : 'hidden',
      )}
    >
      <header className="flex min-h-12 flex-none items-center gap-2 px-4 pt-1 md:px-5">
        <button
          aria-label={t('ruling.back')}
          className="-ml-2.5 inline-flex size-10 flex-none items-center justify-center rounded-sm text-ink-2 hover:bg-pressed xl:hidden"
          onClick={onBack}
          type="button"
        >
          <Icon as={ArrowLeft} />
        </button>
        <h2 className="flex items-baseline gap-1.5 text-base font-semibold text-ink">
          {t('ruling.title')} <ClauseLink clause="R4.5" />
        </h2>
      </header>
      {over ? (
        <RulingMade desk={desk}>{children}</RulingMade>
      ) : (
        <RulingForm desk={desk} onWanted={onWanted}>
          {children}
        </RulingForm>
      )}
    </section>
  )
}
