'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

type Copied = 'not yet' | 'copied' | 'refused'

/** Puts a secret on the clipboard and says so. `onRefused`: the browser would not, so that it is to be done by hand. */
export function CopySecret({ secret, onRefused }: { secret: string; onRefused: () => void }) {
  const t = useTranslations('settings.secret')
  const [copied, setCopied] = useState<Copied>('not yet')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied('copied')
    } catch {
      // There is no clipboard on a page that is not served safely.
      setCopied('refused')
      onRefused()
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={copy}>
        <Icon as={copied === 'copied' ? Check : Copy} small />
        {t('copy')}
      </Button>
      <span aria-live="polite" className="text-xs text-ink-3">
        {copied !== 'not yet' && t(copied)}
      </span>
    </div>
  )
}
