import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { type PasswordRefusal as ProofRefusal, proveOwnPassword } from '@/lib/auth/prove-password'
import { findCredentials } from '@/lib/auth/queries'
import type { Viewer } from '@/lib/auth/views'
import { NOWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { isCommonPassword } from '@/lib/invitations/common-passwords'
import { refusePassword } from '@/lib/invitations/domain/password'
import { lockPerson } from '@/lib/members/store'
import type { NewPassword } from './commands'
import { replacePassword } from './store'
import type { PasswordChanged, PasswordNotChanged } from './views'

/**
 * Another password for whoever is signed in and knows the old one. All his sessions end with the old one, also the one
 * that this comes from. Of two changes at once the second finds that the old one is no more.
 */
export async function changeOwnPassword(
  { userId, email, name }: Pick<Viewer, 'userId' | 'email' | 'name'>,
  { current, next }: NewPassword,
): Promise<PasswordChanged | PasswordNotChanged> {
  // read before it is checked: what replaces it replaces what was checked
  const seen = await findCredentials(email)
  const unproved = await proveOwnPassword(email, current)
  if (unproved || !seen) return refuse(unproved ?? { code: 'passwordWrong' })
  const refusal = refusePassword(next, { email, name }, isCommonPassword)
  if (refusal) return refuse(refusal)
  if (await verifyPassword(next, seen.passwordHash)) return refuse({ code: 'passwordSame' })
  const passwordHash = await hashPassword(next)
  const replaced = await inTransaction(NOWHERE, async (tx) => {
    await lockPerson(tx, { userId })
    return replacePassword(tx, userId, { seen: seen.passwordHash, passwordHash })
  })
  return replaced ? { ok: true } : refuse({ code: 'passwordWrong' })
}

function refuse(refusal: ProofRefusal | PasswordNotChanged['refusal']): PasswordNotChanged {
  return { ok: false, refusal }
}
