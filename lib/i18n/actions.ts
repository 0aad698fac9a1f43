'use server'

import { cookies } from 'next/headers'
import { serverCookie } from '@/lib/auth/cookie'
import { viewer } from '@/lib/auth/gate'
import { rememberLocale } from '@/lib/auth/locale-store'
import { isLocale } from '@/lib/i18n/locale'

const YEAR_S = 365 * 24 * 60 * 60

/** Keeps the chosen language for a year, letters included; the page that calls it is rendered anew in it. */
export async function setLocale(locale: string): Promise<void> {
  if (!isLocale(locale)) return
  ;(await cookies()).set({ name: 'locale', value: locale, maxAge: YEAR_S, ...serverCookie() })
  const who = await viewer()
  if (who) await rememberLocale(who.userId, locale)
}
