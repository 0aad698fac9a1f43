import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { MailChoices } from '@/components/notifications/mail-choices'
import { requireSupport } from '@/lib/auth/gate'
import { listChoices } from '@/lib/notifications/choices'
import { isMailConfigured } from '@/lib/notifications/mail-policy'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('noticeMail.settings'))('title') }
}

/** What somebody of support gets by e-mail. */
export default async function SupportNotificationsPage() {
  const viewer = await requireSupport()
  return (
    <ClientMessages of={['common', 'noticeMail']}>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <MailChoices choices={await listChoices(viewer)} email={viewer.email} sends={isMailConfigured()} />
      </div>
    </ClientMessages>
  )
}
