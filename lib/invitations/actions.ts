'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { addressOf, checkPassword } from '@/lib/auth/authenticate'
import { viewer } from '@/lib/auth/gate'
import { hashPassword } from '@/lib/auth/password'
import { findUser } from '@/lib/auth/queries'
import { endSession, rememberShop, startSession } from '@/lib/auth/session'
import { personNameSchema } from '@/lib/members/commands'
import { refusePassword } from './domain/password'
import { join, type Newcomer } from './join'
import { linkPath } from './link-token'
import { openLink } from './open-link'
import type { JoinState } from './views'

const MINUTE_MS = 60_000

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
  const refusal = refusePassword(password, { email: link.email, name: name.data })
  if (refusal) return { error: 'password', refusal, name: typed }
  return enter(token, { name: name.data, passwordHash: await hashPassword(password) })
}

/** Somebody with an account who is not signed in: password. */
export async function joinWithPassword(_: JoinState, form: FormData): Promise<JoinState> {
  const [token, password] = [field(form, 'token'), field(form, 'password')]
  const link = await openLink(token, null)
  if (link.kind !== 'OPEN') return redirect(linkPath(token))
  const outcome = await checkPassword({ email: link.email, password }, addressOf(await headers()))
  if (outcome.ok) return enter(token, { userId: outcome.userId })
  if (outcome.reason === 'wrong') return { error: 'wrong', name: '' }
  return { error: 'throttled', minutes: Math.ceil(outcome.retryAfterMs / MINUTE_MS), name: '' }
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

async function enter(token: string, newcomer: Newcomer): Promise<never> {
  const outcome = await join(token, newcomer)
  const user = outcome.ok ? await findUser(outcome.userId) : null
  if (!outcome.ok || !user) return redirect(linkPath(token))
  await startSession(user)
  await rememberShop(outcome.shopId)
  return redirect('/cases')
}

function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
