import type { Locale as AppLocale } from '@/lib/i18n/locale'
import type messages from '@/lib/i18n/messages/zh-CN.json'

declare module 'next-intl' {
  interface AppConfig {
    Locale: AppLocale
    Messages: typeof messages
  }
}

declare global {
  /** The nonce of the page, for styles that are put into it; there in the browser only (components/layout/theme-script.tsx). */
  var __webpack_nonce__: string | undefined
}
