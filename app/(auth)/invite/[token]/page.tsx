import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClosedLink } from '@/components/invite/closed-link'
import { JoinForm } from '@/components/invite/join-form'
import { ClientMessages } from '@/components/layout/client-messages'
import { DoorFrame } from '@/components/sign-in/door-frame'
import { viewer } from '@/lib/auth/gate'
import { openLink } from '@/lib/invitations/open-link'
import { readClock } from '@/lib/sandbox/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invite'))('title'), referrer: 'no-referrer' }
}

/** What the link of an invitation leads to, for whoever holds it. */
export default async function InvitePage({ params }: PageProps<'/invite/[token]'>) {
  const { token } = await params
  const who = await viewer()
  const link = await openLink(token, who?.userId ?? null)
  const now = new Date((await readClock()).now).getTime()
  return (
    <ClientMessages of={['common', 'errors', 'shell', 'signIn', 'twoStep', 'invite']}>
      <DoorFrame now={now}>
        {link.kind !== 'OPEN' ? (
          <ClosedLink link={link} />
        ) : who !== null && who.email !== link.email ? (
          <ClosedLink link={{ kind: 'WRONG_PERSON', email: link.email, own: who.email, token }} />
        ) : (
          <JoinForm offer={link} signedIn={who !== null} token={token} />
        )}
      </DoorFrame>
    </ClientMessages>
  )
}
