'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { Command } from '@/lib/after-sales/domain/commands'
import { formatFen } from '@/lib/money'
import { type DecisionType, useDesk } from './desk'
import { ReturnAddressChoice } from './return-address-choice'
import { ShippedSinceCaution } from './shipped-since-caution'
import { decisionName } from './use-decisions'
import { inspectionKey, useDraft } from './use-draft'
import { useReceiptFiles } from './use-receipt-files'

/** Stands in the bar's place and says what will happen, to whom and how much; Enter does it, Esc goes back. */
export function Confirmation({ type }: { type: DecisionType }) {
  const desk = useDesk()
  const { view, deciding } = desk
  const name = decisionName(view, type)
  const t = useTranslations(`case.confirm.${name}`)
  const common = useTranslations('common')
  const acts = useTranslations('case.acts')
  const [addressId, setAddressId] = useState(view.returnAddresses[0]?.id)
  const [note] = useDraft(inspectionKey(view.no))
  const receipt = useReceiptFiles()
  const amount = formatFen(view.refund?.amountFen ?? view.amountFen, view.currency)
  const buyer = view.buyer.name
  const returning = name === 'approveReturn'
  const receiving = type === 'confirmReceipt'

  const go = () => {
    const chosen = { note, attachmentIds: receipt.ids, addressId: returning ? addressId : undefined }
    desk.decide(commandOf(type, chosen), t('done', { amount, buyer }))
  }
  return (
    <div
      aria-label={t('label')}
      className="flex min-h-(--size-actions) flex-none flex-wrap items-center gap-2 border-t border-line-strong bg-accent-tint px-4 py-2.5 md:py-1.5"
      role="alertdialog"
    >
      <div className="flex min-w-0 flex-1 basis-80 flex-wrap items-center gap-x-2 gap-y-1 text-ink">
        {type === 'approve' && <ShippedSinceCaution view={view} />}
        <p>
          {t.rich('say', {
            amount,
            buyer,
            files: receipt.said,
            b: (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>,
          })}
        </p>
        {returning && (
          <ReturnAddressChoice addresses={view.returnAddresses} onChoose={setAddressId} value={addressId} />
        )}
      </div>
      <div className="flex flex-none items-center gap-2 max-md:w-full max-md:flex-row-reverse">
        <Button disabled={deciding} onClick={() => desk.open(null)} size="lg" variant="bare">
          {common('cancel')}
          <Kbd className="max-md:hidden">Esc</Kbd>
        </Button>
        <Button
          autoFocus
          busy={deciding}
          busyLabel={t('busy', { amount })}
          className="max-md:flex-1"
          onClick={go}
          reason={desk.offline ? acts('offline') : receiving && receipt.unready}
          size="lg"
          variant="primary"
        >
          {t('do', { amount })}
          <Kbd className="max-md:hidden">⏎</Kbd>
        </Button>
      </div>
    </div>
  )
}

type Choices = { note: string; attachmentIds: string[]; addressId: string | undefined }

function commandOf(type: DecisionType, { note, attachmentIds, addressId }: Choices): Command {
  if (type === 'approve') return { type, ...(addressId !== undefined && { returnAddressId: addressId }) }
  if (type !== 'confirmReceipt') return { type }
  return { type, ...(note.trim() !== '' && { note: note.trim() }), ...(attachmentIds.length > 0 && { attachmentIds }) }
}
