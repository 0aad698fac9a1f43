'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { addressOf, authenticate } from './authenticate'
import { requireViewer } from './gate'
import { findUser } from './queries'
import { safePath } from './safe-path'
import { endSession, rememberShop, startSession } from './session'
import type { SignInState } from './views'

const MINUTE_MS = 60_000

/** Fields of the form: email, password, next (where to afterwards). */
export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  const [email, password] = [form.get('email'), form.get('password')]
  const outcome = await authenticate({ email, password }, addressOf(await headers()))
  if (outcome.ok) {
    const user = await findUser(outcome.userId)
    if (!user) return { error: 'noAccess', email: typeof email === 'string' ? email : '' }
    await startSession(user)
    redirect(safePath(form.get('next')) ?? (user.memberships.length > 0 ? '/cases' : '/disputes'))
  }
  const typed = typeof email === 'string' ? email : ''
  if (outcome.reason !== 'throttled') return { error: outcome.reason, email: typed }
  return { error: 'throttled', minutes: Math.ceil(outcome.retryAfterMs / MINUTE_MS), email: typed }
}

export async function signOut(): Promise<void> {
  await endSession()
  redirect('/sign-in')
}

/** Shows another of the viewer's shops from here on, beginning with its queue. */
export async function switchShop(shopId: string): Promise<void> {
  const { memberships } = await requireViewer()
  if (!memberships.some((membership) => membership.shopId === shopId)) return
  await rememberShop(shopId)
  redirect('/cases')
}
