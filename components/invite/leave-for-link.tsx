'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { leaveForLink } from '@/lib/invitations/actions'

/** Signs whoever is here out, and shows the invitation to who comes next. */
export function LeaveForLink({ token }: { token: string }) {
  const t = useTranslations('invite')
  const [, act, leaving] = useActionState<null, FormData>(leaveForLink, null)
  return (
    <form action={act}>
      <input name="token" type="hidden" value={token} />
      <Button busy={leaving} busyLabel={t('signingOut')} size="xl" type="submit" variant="primary">
        {t('signOut')}
      </Button>
    </form>
  )
}
