'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

type Copied = 'not yet' | 'copied' | 'refused'

/** What is sent, laid out for reading. What is copied is the text itself: the signature is made over that. */
export function Payload({ text }: { text: string }) {
  const t = useTranslations('webhooks.payload')
  const [copied, setCopied] = useState<Copied>('not yet')
  const shown = useRef<HTMLPreElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('copied')
    } catch {
      // there is no clipboard on a page that is not served safely
      setCopied('refused')
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
    }
  }
  return (
    <section aria-label={t('title')} className="min-w-0">
      <div className="flex items-center gap-3">
        <h3 className="text-xs text-ink-3">{t('title')}</h3>
        <span aria-live="polite" className="ml-auto text-xs text-ink-3">
          {copied !== 'not yet' && t(copied)}
        </span>
        <Button onClick={copy}>
          <Icon as={copied === 'copied' ? Check : Copy} small />
          {t('copy')}
        </Button>
      </div>
      <pre
        className="mt-1.5 max-h-80 overflow-auto rounded-sm border border-line bg-surface px-3 py-2 text-2xs wrap-anywhere whitespace-pre-wrap text-ink"
        ref={shown}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
        tabIndex={0}
      >
        {layOut(text)}
      </pre>
    </section>
  )
}

function layOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
