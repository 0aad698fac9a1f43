'use client'

import { useTranslations } from 'next-intl'
import { useFileCount, useUnreadyText } from '@/components/files/use-file-words'
import { useCaseUploads } from './use-case-uploads'

export type ReceiptFiles = {
  ids: string[]
  /** How many go on record, to be put into the sentence of the confirmation; `''` when none do. */
  said: string
  /** Why the receipt cannot be confirmed yet. */
  unready: string | null
}

/** R2.5 The pictures of what was found, as the confirmation of the receipt sends them along. */
export function useReceiptFiles(): ReceiptFiles {
  const t = useTranslations('case.confirm.confirmReceipt')
  const count = useFileCount()
  const unreadyText = useUnreadyText()
  const { list, ids, unready } = useCaseUploads('inspection')
  const going = list.filter(({ state }) => state !== 'failed').map(({ mediaType }) => mediaType)
  return {
    ids,
    said: going.length === 0 ? '' : t('files', { files: count(going) }),
    unready: unreadyText(unready),
  }
}
