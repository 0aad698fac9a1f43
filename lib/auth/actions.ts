'use server'

import { redirect } from 'next/navigation'
import { beginHalfWay } from '@/lib/two-step/half-way'
import { isTwoStepOn } from '@/lib/two-step/queries'
import { authenticate } from './authenticate'
import { beginSession } from './begin-session'
import { readCaller } from './caller'
import { requireViewer } from './gate'
import { findHome } from './home'
import { safePath } from './safe-path'
import { endSession, rememberShop } from './session'
import type { SignInState } from './views'
import { inMinutes } from './wait'

/** Fields of the form: email, password, next (where to afterwards). Who has a second step is asked for it on the same page. */
export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  const [email, password, next] = [form.get('email'), form.get('password'), safePath(form.get('next'))]
  const outcome = await authenticate({ email, password }, await readCaller())
  const typed = typeof email === 'string' ? email : ''
  if (!outcome.ok) {
    if (outcome.reason !== 'throttled') return { error: outcome.reason, email: typed }
    const { retryAfterMs, crowded } = outcome
    return { error: crowded ? 'crowded' : 'throttled', minutes: inMinutes(retryAfterMs), email: typed }
  }
  if (!(await isTwoStepOn(outcome.userId))) {
    await beginSession(outcome)
    redirect(next ?? (await findHome(outcome.userId)))
  }
  await beginHalfWay(outcome)
  redirect(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')
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
