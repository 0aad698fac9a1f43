import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLocale, type Locale, matchLocale, TIME_ZONE } from '@/lib/i18n/locale'

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = asked ?? (await chooseLocale())
  const messages = await import(`./messages/${locale}.json`)
  return { locale, timeZone: TIME_ZONE, messages: messages.default }
})

/** What the person chose, else what the browser asks for. */
async function chooseLocale(): Promise<Locale> {
  const chosen = (await cookies()).get('locale')?.value
  return isLocale(chosen) ? chosen : matchLocale((await headers()).get('accept-language'))
}
