'use client'

import { Clock3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { SheetFooter } from '@/components/ui/sheet-footer'
import { Textarea } from '@/components/ui/textarea'
import { ToggleGroup } from '@/components/ui/toggle-group'
import { EXCHANGE_KINDS } from '@/lib/after-sales/domain/service'
import { formatFen } from '@/lib/money'
import { useDesk } from './desk'
import { ProblemNote } from './problem-note'
import { ProposePreview, Replaces } from './propose-preview'
import { ClockAnyway, SheetDigits, SheetEdge } from './sheet-clock'
import { Step } from './step'
import { useProposal } from './use-proposal'

/** R3.1 An exchange or repair instead of the return: what, how, and how it will read. What is written stays when it closes. */
export default function ProposeSheet() {
  const t = useTranslations('case.propose')
  const common = useTranslations('common')
  const words = useTranslations('words.type')
  const desk = useDesk()
  const { view, deciding } = desk
  const proposal = useProposal(desk)
  const { kind, setKind, note, setNote, length, limits, missing, send } = proposal
  const [first] = view.lines
  return (
    <Sheet
      aside={view.clock && <SheetDigits clock={view.clock} />}
      closeLabel={common('close')}
      detail={[first?.title, view.buyer.name, formatFen(view.amountFen, view.currency)].join(' · ')}
      edge={view.clock && <SheetEdge clock={view.clock} />}
      footer={
        <SheetFooter
          busy={deciding}
          onCancel={() => desk.open(null)}
          busyLabel={t('busy')}
          note={missing ?? t('after')}
          onSend={send}
          ready={missing === null}
          submit={t('submit')}
        />
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        // the first thing still to be said
        const wanted = kind === undefined ? '[role=radio]' : 'textarea'
        ;(event.currentTarget as HTMLElement).querySelector<HTMLElement>(wanted)?.focus()
      }}
      onOpenChange={(opened) => opened || deciding || desk.open(null)}
      open
      title={t('title')}
    >
      <Step clause="R3.1" first state={kind === undefined ? 'now' : 'done'} title={t('what')} which={1}>
        <ToggleGroup
          aria-label={t('what')}
          className="mt-2"
          onValueChange={setKind}
          options={EXCHANGE_KINDS.map((value) => ({ value, label: words(value) }))}
          value={kind}
        />
        <Replaces view={view} />
      </Step>
      <Step state={kind === undefined ? 'later' : 'now'} title={t('how')} which={2}>
        <Textarea
          aria-describedby="proposal-limits"
          aria-label={t('how')}
          className="mt-2 block max-h-80 min-h-19"
          onChange={(event) => setNote(event.target.value)}
          placeholder={t('placeholder')}
          rows={3}
          value={note}
        />
        <div className="mt-1 flex justify-between text-xs text-ink-3" id="proposal-limits">
          <span>{t('hint', limits)}</span>
          <span className={length > limits.max ? 'font-semibold text-danger' : undefined}>
            {t('count', { count: length, max: limits.max })}
          </span>
        </div>
      </Step>
      <Step state="later" title={t('preview')} which={3}>
        <ProposePreview proposal={proposal} view={view} />
        {view.clock && view.consequence && (
          <Note className="mt-3" icon={Clock3}>
            {t('clock')} <ClockAnyway clock={view.clock} consequence={view.consequence} />
          </Note>
        )}
      </Step>
      <ProblemNote className="mx-4 mb-4 md:mx-6" />
    </Sheet>
  )
}
