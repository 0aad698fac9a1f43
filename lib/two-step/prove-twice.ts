import { readCaller } from '@/lib/auth/caller'
import { proveOwnPassword } from '@/lib/auth/prove-password'
import type { Viewer } from '@/lib/auth/views'
import { checkCode } from './check-code'
import type { Proved } from './commands'
import { isTwoStepOn } from './queries'
import type { TwoStepRefusal } from './views'

/** Whether whoever is signed in has both halves, the code last: a wrong password uses none up. Null: he has. */
export async function proveTwice(
  { userId, email }: Pick<Viewer, 'userId' | 'email'>,
  proved: Proved | undefined,
): Promise<TwoStepRefusal | null> {
  if (!(await isTwoStepOn(userId))) return { code: 'notOn' }
  const refusal = await proveOwnPassword(email, proved?.password ?? '')
  if (refusal) return refusal
  const { laneOf } = await readCaller()
  const checked = await checkCode({ userId, lane: laneOf(email) }, proved?.code ?? '')
  return checked.ok ? null : checked.refusal
}
