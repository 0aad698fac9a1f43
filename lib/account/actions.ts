'use server'

import { renewSession } from '@/lib/auth/begin-session'
import { requireViewer } from '@/lib/auth/gate'
import { proveOwnPassword } from '@/lib/auth/prove-password'
import { NOWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { lockPerson } from '@/lib/members/store'
import { changeOwnPassword } from './change-password'
import { type EndSessions, endSessionsSchema, type NewPassword, newPasswordSchema } from './commands'
import { endAllSessions } from './store'
import { tellOwner } from './tell-owner'
import type { PasswordChanged, PasswordNotChanged, SessionsEnded, SessionsNotEnded } from './views'

/** Another password for whoever is signed in; here he stays so, everywhere else he is out at once. */
export async function changePassword(input: NewPassword): Promise<PasswordChanged | PasswordNotChanged> {
  const who = await requireViewer()
  const typed = newPasswordSchema.safeParse(input)
  if (!typed.success) return { ok: false, refusal: { code: 'passwordWrong' } }
  const outcome = await changeOwnPassword(who, typed.data)
  if (!outcome.ok) return outcome
  await renewSession(who.userId)
  void tellOwner(who, 'passwordChanged')
  return outcome
}

/** Signs whoever knows his password out everywhere but here. */
export async function endOtherSessions(input: EndSessions): Promise<SessionsEnded | SessionsNotEnded> {
  const { userId, email } = await requireViewer()
  const refusal = await proveOwnPassword(email, endSessionsSchema.safeParse(input).data?.password ?? '')
  if (refusal) return { ok: false, refusal }
  await inTransaction(NOWHERE, async (tx) => {
    await lockPerson(tx, { userId })
    await endAllSessions(tx, userId)
  })
  await renewSession(userId)
  return { ok: true }
}
