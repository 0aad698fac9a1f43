import { checkPassword } from './authenticate'
import { readCaller } from './caller'
import { inMinutes } from './wait'

/** `passwordThrottled`: tries are counted as those of signing in, in this browser. */
export type PasswordRefusal = { code: 'passwordWrong' } | { code: 'passwordThrottled'; minutes: number }

/** Whether whoever is signed in also knows the password: he may only have found the browser open. Null: he does. */
export async function proveOwnPassword(email: string, password: string): Promise<PasswordRefusal | null> {
  const outcome = await checkPassword({ email, password }, await readCaller())
  if (outcome.ok) return null
  if (outcome.reason === 'wrong') return { code: 'passwordWrong' }
  return { code: 'passwordThrottled', minutes: inMinutes(outcome.retryAfterMs) }
}
