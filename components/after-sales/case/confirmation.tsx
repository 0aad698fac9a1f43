'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ConfirmBar } from '@/components/ui/confirm-bar'
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
    <ConfirmBar
      busy={deciding}
      busyLabel={t('busy', { amount })}
      className="md:py-1.5"
      doIt={t('do', { amount })}
      label={t('label')}
      onCancel={() => desk.open(null)}
      onConfirm={go}
      reason={desk.offline ? acts('offline') : receiving && receipt.unready}
    >
      {type === 'approve' && <ShippedSinceCaution view={view} />}
      <p>
        {t.rich('say', {
          amount,
          buyer,
          files: receipt.said,
          b: (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>,
        })}
      </p>
      {returning && <ReturnAddressChoice addresses={view.returnAddresses} onChoose={setAddressId} value={addressId} />}
    </ConfirmBar>
  )
}

type Choices = { note: string; attachmentIds: string[]; addressId: string | undefined }

function commandOf(type: DecisionType, { note, attachmentIds, addressId }: Choices): Command {
  if (type === 'approve') return { type, ...(addressId !== undefined && { returnAddressId: addressId }) }
  if (type !== 'confirmReceipt') return { type }
  return { type, ...(note.trim() !== '' && { note: note.trim() }), ...(attachmentIds.length > 0 && { attachmentIds }) }
}
