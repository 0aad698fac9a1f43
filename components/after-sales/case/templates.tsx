'use client'

import { Text } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { RejectionReason } from '@/lib/after-sales/domain/after-sale'
import ReplyPicker from './reply-picker'

export type TemplatesProps = {
  reason: RejectionReason | undefined
  /** `reason`: the one that the template is for; without one the chosen stays. */
  onChoose: (template: { reason: RejectionReason | undefined; text: string }) => void
  onChosen: () => void
}

/** R1.3 Texts of rejections that are there already, those of the chosen reason first. */
export function Templates({ reason, onChoose, onChosen }: TemplatesProps) {
  const t = useTranslations('reject.templates')
  return (
    <ReplyPicker align="end" first={reason} kind="REJECTION" onChoose={onChoose} onChosen={onChosen}>
      <Button size="lg">
        <Icon as={Text} small />
        {t('open')}
      </Button>
    </ReplyPicker>
  )
}
