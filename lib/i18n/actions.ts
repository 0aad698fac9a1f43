'use server'

import { cookies } from 'next/headers'
import { isLocale } from '@/lib/i18n/locale'

const YEAR_S = 365 * 24 * 60 * 60

/** Keeps the chosen language for a year; the page that calls it is rendered anew in it. */
export async function setLocale(locale: string): Promise<void> {
  if (!isLocale(locale)) return
  ;(await cookies()).set('locale', locale, { path: '/', maxAge: YEAR_S, sameSite: 'lax', httpOnly: true })
}
