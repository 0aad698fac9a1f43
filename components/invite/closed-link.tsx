import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import type { LinkView } from '@/lib/invitations/views'
import { LeaveForLink } from './leave-for-link'

export type ClosedLinkProps = {
  link:
    | Exclude<LinkView, { kind: 'OPEN' }>
    /** Signed in as somebody else than it is for. */
    | { kind: 'WRONG_PERSON'; email: string; own: string; token: string }
}

/** Why a link leads nowhere, and what to do instead. */
export function ClosedLink({ link }: ClosedLinkProps) {
  const t = useTranslations('invite')
  const toDesk = (
    <Link className={buttonClass({ size: 'xl', variant: 'primary' })} href="/cases" prefetch={false}>
      {t('toDesk')}
    </Link>
  )
  const signIn = (
    <Link className={buttonClass({ size: 'xl' })} href="/sign-in" prefetch={false}>
      {t('signIn')}
    </Link>
  )
  switch (link.kind) {
    case 'UNKNOWN':
      return <Closed title={t('closed.UNKNOWN.title')}>{t('closed.UNKNOWN.body')}</Closed>
    case 'THROTTLED':
      return (
        <Closed title={t('closed.THROTTLED.title')}>{t('closed.THROTTLED.body', { minutes: link.minutes })}</Closed>
      )
    case 'USED':
      return link.own ? (
        <Closed action={toDesk} title={t('closed.OWN.title', { shop: link.shopName })}>
          {t('closed.OWN.body')}
        </Closed>
      ) : (
        <Closed action={signIn} title={t('closed.USED.title')}>
          {t('closed.USED.body', { shop: link.shopName })}
        </Closed>
      )
    case 'EXPIRED':
    case 'REVOKED':
    case 'SUPPORT':
      return (
        <Closed title={t(`closed.${link.kind}.title`)}>{t(`closed.${link.kind}.body`, { shop: link.shopName })}</Closed>
      )
    case 'WRONG_PERSON':
      return (
        <Closed action={<LeaveForLink token={link.token} />} title={t('closed.WRONG_PERSON.title')}>
          {t('closed.WRONG_PERSON.body', { own: link.own, email: link.email })}
        </Closed>
      )
  }
}

function Closed({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="m-auto w-full max-w-90 md:w-80">
      <h1 className="mb-2 text-xl font-semibold text-ink">{title}</h1>
      <p className="leading-read [overflow-wrap:anywhere]">{children}</p>
      {action && <p className="mt-5">{action}</p>}
    </div>
  )
}
