'use server'

import { redirect } from 'next/navigation'
import { checkPassword } from '@/lib/auth/authenticate'
import { beginSession } from '@/lib/auth/begin-session'
import { readCaller } from '@/lib/auth/caller'
import { viewer } from '@/lib/auth/gate'
import { hashPassword } from '@/lib/auth/password'
import { findAccount } from '@/lib/auth/queries'
import { endSession, rememberShop } from '@/lib/auth/session'
import { inMinutes } from '@/lib/auth/wait'
import { personNameSchema } from '@/lib/members/commands'
import { beginHalfWay, finishHalfWay } from '@/lib/two-step/half-way'
import { isTwoStepOn } from '@/lib/two-step/queries'
import { isCommonPassword } from './common-passwords'
import { refusePassword } from './domain/password'
import { join, type Newcomer } from './join'
import { linkPath } from './link-token'
import { openLink } from './open-link'
import type { JoinState } from './views'

/**
 * The ways through the door of an invitation. What the form can mend is answered; where the door does not open any more,
 * its page says why. Fields of the forms: token, and what each asks for.
 */

/** Somebody new: name, password. */
export async function joinAsNew(_: JoinState, form: FormData): Promise<JoinState> {
  const [token, typed, password] = [field(form, 'token'), field(form, 'name'), field(form, 'password')]
  const link = await openLink(token, null)
  if (link.kind !== 'OPEN' || link.account) return redirect(linkPath(token))
  const name = personNameSchema.safeParse(typed)
  if (!name.success) return { error: 'nameInvalid', name: typed }
  const refusal = refusePassword(password, { email: link.email, name: name.data }, isCommonPassword)
  if (refusal) return { error: 'password', refusal, name: typed }
  return enter(token, { name: name.data, passwordHash: await hashPassword(password) })
}

/** Somebody with an account who is not signed in: password, and then, who has a second step, code. */
export async function joinWithPassword(_: JoinState, form: FormData): Promise<JoinState> {
  const [token, password] = [field(form, 'token'), field(form, 'password')]
  const link = await openLink(token, null)
  if (link.kind !== 'OPEN') return redirect(linkPath(token))
  if (form.has('code')) return joinWithCode(token, field(form, 'code'))
  const outcome = await checkPassword({ email: link.email, password }, await readCaller())
  if (outcome.ok) {
    if (!(await isTwoStepOn(outcome.userId))) return enter(token, { userId: outcome.userId }, outcome)
    await beginHalfWay(outcome)
    return { error: 'codeAsked', name: '' }
  }
  if (outcome.reason === 'wrong') return { error: 'wrong', name: '' }
  return { error: outcome.crowded ? 'crowded' : 'throttled', minutes: inMinutes(outcome.retryAfterMs), name: '' }
}

async function joinWithCode(token: string, code: string): Promise<JoinState> {
  const outcome = await finishHalfWay(code, await readCaller())
  if (outcome.ok) return enter(token, { userId: outcome.userId }, outcome)
  if (outcome.refusal.code === 'halfWayOver') return { error: 'halfWayOver', name: '' }
  return { error: 'code', refusal: outcome.refusal, name: '' }
}

/** Whoever is signed in already. */
export async function joinSignedIn(_: JoinState, form: FormData): Promise<JoinState> {
  const token = field(form, 'token')
  const who = await viewer()
  return who ? enter(token, { userId: who.userId }) : redirect(linkPath(token))
}

/** Signed in as somebody else: out, and back to the door. */
export async function leaveForLink(_: null, form: FormData): Promise<null> {
  await endSession()
  return redirect(linkPath(field(form, 'token')))
}

/** `passwordMark`: of what was proved; none yet for somebody new, and nobody is signed in anew who is so already. */
async function enter(token: string, newcomer: Newcomer, proved?: { passwordMark: string }): Promise<never> {
  const outcome = await join(token, newcomer)
  const account = outcome.ok ? await findAccount(outcome.userId) : null
  if (!outcome.ok || !account) return redirect(linkPath(token))
  const { email, passwordMark } = { ...account, ...(proved && { passwordMark: proved.passwordMark }) }
  const signedIn = 'userId' in newcomer && !proved
  if (!signedIn) await beginSession({ userId: outcome.userId, email, passwordMark })
  await rememberShop(outcome.shopId)
  return redirect('/cases')
}

function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
