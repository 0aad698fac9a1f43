'use client'

import './globals.css'
import { Blank } from '@/components/ui/blank'
import { PlainButton } from '@/components/ui/plain-button'
import { LAST_RESORT } from '@/lib/i18n/last-resort'

/** The frame itself broke, and with it whatever knew the language: both are said. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="h-dvh">
          <Blank
            action={<PlainButton onClick={reset}>{LAST_RESORT.retry}</PlainButton>}
            role="alert"
            title={LAST_RESORT.title}
          >
            {LAST_RESORT.body}
          </Blank>
        </main>
      </body>
    </html>
  )
}
