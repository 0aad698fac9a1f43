import { ClientMessages } from '@/components/layout/client-messages'
import type { MailSettings } from '@/lib/notifications/views'
import { MailChoices } from './mail-choices'

/** What somebody gets by e-mail: everybody's own choice, agents' and support's as well as managers'. */
export function MailSettingsPage(settings: MailSettings) {
  return (
    <ClientMessages of={['common', 'noticeMail']}>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <MailChoices {...settings} />
      </div>
    </ClientMessages>
  )
}
