'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { useTicker } from '@/components/ui/ticker'
import { formatDay } from '@/lib/i18n/time'
import { joinAsNew, joinSignedIn, joinWithPassword } from '@/lib/invitations/actions'
import type { JoinState, Offer } from '@/lib/invitations/views'
import { CodeFields, isAskedForCode, KnownFields, NewFields } from './join-fields'

export type JoinFormProps = {
  offer: Offer
  token: string
  /** By whom it is for. */
  signedIn: boolean
}

const WAYS = { NEW: joinAsNew, KNOWN: joinWithPassword, SIGNED_IN: joinSignedIn }

/** What somebody is invited to, and the way in: somebody new makes an account, who has one signs in. */
export function JoinForm({ offer, token, signedIn }: JoinFormProps) {
  const t = useTranslations('invite')
  const roles = useTranslations('shell.roles')
  const locale = useLocale()
  const now = useTicker().first()
  const way = signedIn ? 'SIGNED_IN' : offer.account ? 'KNOWN' : 'NEW'
  const [state, act, pending] = useActionState<JoinState, FormData>(WAYS[way], null)
  const form = useRef<HTMLFormElement>(null)
  const { shopName, role, email, invitedBy, expiresAt } = offer

  useEffect(() => {
    if (state) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [state])

  return (
    <form action={act} className="m-auto w-full max-w-90 md:w-80" ref={form}>
      <h1 className="mb-2 text-xl font-semibold text-ink">{t('heading', { shop: shopName })}</h1>
      <p className="leading-read">
        {t.rich('says', {
          inviter: invitedBy,
          role: roles(role),
          b: (words) => <b className="font-semibold text-ink">{words}</b>,
        })}
      </p>
      <p className="mt-1 mb-5 text-xs text-ink-3">{t('until', { when: formatDay(expiresAt, now, locale) })}</p>
      <input name="token" type="hidden" value={token} />
      {way === 'NEW' && <NewFields email={email} state={state} />}
      {way === 'KNOWN' &&
        (isAskedForCode(state) ? (
          <CodeFields email={email} state={state} />
        ) : (
          <KnownFields email={email} state={state} />
        ))}
      {way === 'SIGNED_IN' && <Note>{t('signedIn', { email })}</Note>}
      <Button busy={pending} busyLabel={t('busy')} className="mt-5 w-full" size="xl" type="submit" variant="primary">
        {t(`submit.${way}`)}
      </Button>
    </form>
  )
}
