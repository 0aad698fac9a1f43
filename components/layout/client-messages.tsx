import type { Messages } from 'next-intl'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { pickMessages } from '@/lib/i18n/namespaces'

/** Gives the client leaves inside these messages, and no others. */
export async function ClientMessages({ of, children }: { of: readonly (keyof Messages)[]; children: ReactNode }) {
  return <NextIntlClientProvider messages={pickMessages(await getMessages(), of)}>{children}</NextIntlClientProvider>
}
