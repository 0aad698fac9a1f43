import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MailSettingsPage } from '@/components/notifications/mail-settings-page'
import { requireSupport } from '@/lib/auth/gate'
import { loadMailSettings } from '@/lib/notifications/choices'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('noticeMail.settings'))('title') }
}

export default async function SupportNotificationsPage() {
  return <MailSettingsPage {...(await loadMailSettings(await requireSupport()))} />
}
