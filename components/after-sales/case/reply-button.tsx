'use client'

import { MessageSquareText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Insertion } from './use-insertion'

const ReplyPicker = lazy(() => import('./reply-picker'))

export type ReplyButtonProps = {
  insertion: Insertion
  disabled: boolean
  /** Where no case is around to say it. */
  shopId?: string
}

/** Opens the shop's quick replies; the code of the list comes when it is wanted. */
export function ReplyButton({ insertion: { insert, settle }, disabled, shopId }: ReplyButtonProps) {
  const t = useTranslations('case.replies')
  const [wanted, setWanted] = useState(false)
  const button = (
    <Button
      className="max-md:w-10"
      disabled={disabled}
      onClick={wanted ? undefined : () => setWanted(true)}
      variant="bare"
    >
      <Icon as={MessageSquareText} small />
      <span className="max-md:sr-only">{t('open')}</span>
    </Button>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <ReplyPicker
        align="start"
        initiallyOpen
        kind="REPLY"
        onChoose={({ text }) => insert(text)}
        onChosen={settle}
        shopId={shopId}
      >
        {button}
      </ReplyPicker>
    </Suspense>
  )
}
