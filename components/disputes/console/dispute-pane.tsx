'use client'

import { cx } from 'class-variance-authority'
import { Plus, Scale } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { takeLanding } from '@/components/after-sales/case/landing'
import { useCaseKeys } from '@/components/after-sales/case/use-case-keys'
import { useRemembering } from '@/components/after-sales/case/use-remembering'
import { ALL } from '@/components/disputes/list/source'
import { useActs } from '@/components/layout/acts'
import { PhoneBar } from '@/components/list/phone-bar'
import { useListHref } from '@/components/list/use-list-href'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { useHydrating } from '@/components/ui/use-hydrating'
import { PaneHead } from './pane-head'
import { ProblemNote } from './problem-note'
import { Requests } from './requests'
import { RulingPanel } from './ruling-panel'
import { SharedTimeline } from './shared-timeline'
import { Sides } from './sides'
import { TalkLog } from './talk-log'
import { type OpenDispute, useDisputeDesk } from './use-dispute-desk'

const RequestSheet = lazy(() => import('./request-sheet'))

/** `facts`: what only shows, from the server. */
export type DisputePaneProps = OpenDispute & { facts: ReactNode }

/** One dispute: what both sides gave, what happened between them, and the ruling. Where it is narrow they take turns. */
export function DisputePane({ facts, ...open }: DisputePaneProps) {
  const t = useTranslations('console')
  const desk = useDisputeDesk(open)
  const [ruling, setRuling] = useState(false)
  const [asking, setAsking] = useState(false)
  const pane = useRef<HTMLElement>(null)
  const { view } = desk
  const hrefOf = useListHref(ALL.path)
  useRemembering('disputes', view)
  const mayAsk = view.available.includes('requestEvidence')
  useEffect(() => {
    if (takeLanding()) pane.current?.focus({ preventScroll: true })
  }, [])
  useActs('case', () => [
    mayAsk && {
      id: 'moreEvidence',
      label: t('request.open'),
      keys: 'M',
      whyNot: desk.offline && t('missing.connection'),
      run: desk.offline ? null : () => setAsking(true),
    },
  ])
  useCaseKeys(mayAsk && !desk.offline ? { m: () => setAsking(true) } : {})

  return (
    <article
      aria-busy={useHydrating()}
      aria-label={t('label', { no: view.no })}
      className="flex min-h-0 min-w-0 flex-1 animate-appear outline-none"
      data-pane="case"
      ref={pane}
      tabIndex={-1}
    >
      <div className={cx('flex min-h-0 min-w-0 flex-1 flex-col', ruling && 'max-xl:hidden')}>
        <PhoneBar hrefOf={hrefOf} view={view} />
        <PaneHead dispute={desk.dispute} view={view} />
        <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto border-t border-line [scrollbar-width:thin]">
          <Sides dispute={desk.dispute} view={view} />
          <Requests dispute={desk.dispute} now={view.now} />
          <SharedTimeline view={view} />
          <TalkLog view={view} />
          {facts}
        </div>
        <section
          aria-label={t('acts')}
          className={cx(
            'flex min-h-(--size-actions) flex-none flex-wrap items-center gap-2 border-t border-line-strong bg-surface px-4 py-2 max-md:pb-3',
            !mayAsk && 'xl:hidden',
          )}
        >
          <Button
            className="max-md:flex-1 xl:hidden"
            onClick={() => setRuling(true)}
            size="lg"
            variant={desk.dispute.ruling ? 'plain' : 'primary'}
          >
            <Icon as={Scale} small />
            {t('ruling.title')}
          </Button>
          {mayAsk && (
            <Button
              aria-keyshortcuts="M"
              className="max-md:flex-1"
              onClick={() => setAsking(true)}
              reason={desk.offline && t('missing.connection')}
              size="lg"
            >
              <Icon as={Plus} small />
              {t('request.open')}
              <Kbd className="max-md:hidden">M</Kbd>
            </Button>
          )}
          {mayAsk && <span className="text-xs text-ink-3 max-xl:hidden">{t('request.hint')}</span>}
        </section>
      </div>
      <RulingPanel desk={desk} onBack={() => setRuling(false)} onWanted={() => setRuling(true)} shown={ruling}>
        {desk.problem && !asking && <ProblemNote problem={desk.problem} />}
      </RulingPanel>
      {asking && (
        <Suspense>
          <RequestSheet desk={desk} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </article>
  )
}
