'use client'

import { useTranslations } from 'next-intl'
import { Sheet } from '@/components/ui/sheet'
import { SheetFooter } from '@/components/ui/sheet-footer'
import { formatFen } from '@/lib/money'
import { can, useDesk } from './desk'
import { ProblemNote } from './problem-note'
import { RejectContact } from './reject-contact'
import { RejectFooterNote } from './reject-footer-note'
import { RejectPreview } from './reject-preview'
import { RejectReason } from './reject-reason'
import { SheetDigits, SheetEdge } from './sheet-clock'
import { Step } from './step'
import { useRejection } from './use-rejection'

/** R1.3 Saying no: the buyer knows, why, and how it will read. What is written stays when the sheet closes. */
export default function RejectSheet() {
  const t = useTranslations('reject')
  const common = useTranslations('common')
  const desk = useDesk()
  const { view, deciding } = desk
  const open = can(desk, 'reject')
  const rejection = useRejection(desk)
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
          busyLabel={t('busy')}
          danger
          note={<RejectFooterNote missing={rejection.missing} view={view} />}
          onCancel={() => desk.open(null)}
          onSend={rejection.send}
          ready={rejection.missing === null}
          submit={t('submit')}
        />
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        // the first thing still to be written
        const wanted = open && rejection.reason === undefined ? '[role=combobox]' : 'textarea'
        ;(event.currentTarget as HTMLElement).querySelector<HTMLElement>(wanted)?.focus()
      }}
      onOpenChange={(opened) => opened || deciding || desk.open(null)}
      open
      title={t(view.type === 'REFUND_ONLY' ? 'title.REFUND_ONLY' : 'title.RETURN_REFUND')}
    >
      <Step clause="R1.3" first state={open ? 'done' : 'now'} title={t('contact.title')} which={1}>
        <RejectContact open={open} view={view} />
      </Step>
      <Step state={open ? 'now' : 'later'} title={t('reason.title')} which={2}>
        <RejectReason current={open} limits={view.rejectionText} rejection={rejection} />
      </Step>
      <Step state="later" title={t('preview.title')} which={3}>
        <RejectPreview rejection={rejection} view={view} />
      </Step>
      <ProblemNote className="mx-4 mb-4 md:mx-6" />
    </Sheet>
  )
}
