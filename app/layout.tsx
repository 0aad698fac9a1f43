import './globals.css'

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { ThemeScript } from '@/components/layout/theme-script'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: { default: t('appName'), template: `%s · ${t('appName')}` }, robots: { index: false } }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    // The script below sets the theme's class before React looks.
    <html lang={await getLocale()} suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body>
        <ClientMessages of={['common', 'errors']}>{children}</ClientMessages>
      </body>
    </html>
  )
}
