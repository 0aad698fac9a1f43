'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'

/** Puts `text` on the clipboard and says so by a tick. */
export function CopyButton({ text, label, children }: { text: string; label: string; children?: ReactNode }) {
  const t = useTranslations('case')
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    // refused where the page is not served safely; then there is nothing to say
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <button
      aria-label={label}
      className="inline-flex h-6 items-center gap-1 rounded-sm px-1.5 hover:bg-pressed"
      onClick={copy}
      type="button"
    >
      {children}
      <Icon as={copied ? Check : Copy} small />
      <span aria-live="polite" className="sr-only">
        {copied && t('copied')}
      </span>
    </button>
  )
}
