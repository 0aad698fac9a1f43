import type { Locale as AppLocale } from '@/lib/i18n/locale'
import type messages from '@/lib/i18n/messages/zh-CN.json'

declare module 'next-intl' {
  interface AppConfig {
    Locale: AppLocale
    Messages: typeof messages
  }
}
