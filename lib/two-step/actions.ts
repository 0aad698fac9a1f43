'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { tellOwner } from '@/lib/account/tell-owner'
import { beginSession, renewSession } from '@/lib/auth/begin-session'
import { readCaller } from '@/lib/auth/caller'
import { requireViewer } from '@/lib/auth/gate'
import { findHome } from '@/lib/auth/home'
import { proveOwnPassword } from '@/lib/auth/prove-password'
import { findUser } from '@/lib/auth/queries'
import { safePath } from '@/lib/auth/safe-path'
import { beginTwoStep, confirmTwoStep, renewRecoveryCodes, turnOffTwoStep } from './change-two-step'
import {
  type BeginTwoStep,
  beginSchema,
  type ConfirmTwoStep,
  confirmSchema,
  type Proved,
  provedSchema,
} from './commands'
import { endHalfWay, finishHalfWay } from './half-way'
import { isTwoStepOffered } from './offered'
import { proveTwice } from './prove-twice'
import type { CodeState, RecoveryCodesMade, TwoStepBegun, TwoStepRefused } from './views'

/** The second half of signing in. Fields of the form: code, next (where to afterwards). */
export async function finishSignIn(_: CodeState, form: FormData): Promise<CodeState> {
  const [code, next] = [form.get('code'), safePath(form.get('next'))]
  const outcome = await finishHalfWay(typeof code === 'string' ? code : '', await readCaller())
  if (!outcome.ok) {
    if (outcome.refusal.code !== 'halfWayOver') return outcome.refusal
    await endHalfWay()
    redirect(next ? `/sign-in?over=1&next=${encodeURIComponent(next)}` : '/sign-in?over=1')
  }
  await beginSession(outcome)
  const user = await findUser(outcome.userId)
  if (user && outcome.by === 'RECOVERY') void tellOwner(user, 'recoveryUsed')
  redirect(next ?? (await findHome(outcome.userId)))
}

/** Back to the password: somebody else's, or another browser's turn. */
export async function leaveHalfWay(): Promise<void> {
  await endHalfWay()
  redirect('/sign-in')
}

/** A seed for the authenticator of whoever is signed in and knows his password. */
export async function offerTwoStep(input: BeginTwoStep): Promise<TwoStepBegun | TwoStepRefused> {
  const who = await requireViewer()
  if (!isTwoStepOffered(who)) return { ok: false, refusal: { code: 'notOffered' } }
  const typed = beginSchema.safeParse(input)
  const refusal = await proveOwnPassword(who.email, typed.data?.password ?? '')
  if (refusal) return { ok: false, refusal }
  return beginTwoStep(who, (await getTranslations('common'))('appName'))
}

/** From here on signing in asks for a code; here he stays signed in, everywhere else he is out. */
export async function turnOnTwoStep(input: ConfirmTwoStep): Promise<RecoveryCodesMade | TwoStepRefused> {
  const who = await requireViewer()
  if (!isTwoStepOffered(who)) return { ok: false, refusal: { code: 'notOffered' } }
  const { laneOf } = await readCaller()
  const code = confirmSchema.safeParse(input).data?.code ?? ''
  const outcome = await confirmTwoStep({ userId: who.userId, lane: laneOf(who.email) }, code)
  if (!outcome.ok) return outcome
  await renewSession(who.userId)
  void tellOwner(who, 'twoStepOn')
  return outcome
}

/** New codes to put away, for whoever proves both halves. */
export async function replaceRecoveryCodes(input: Proved): Promise<RecoveryCodesMade | TwoStepRefused> {
  const who = await requireViewer()
  const refusal = await proveTwice(who, provedSchema.safeParse(input).data)
  if (refusal) return { ok: false, refusal }
  const outcome = await renewRecoveryCodes(who.userId)
  if (outcome.ok) void tellOwner(who, 'recoveryRenewed')
  return outcome
}

/** The password alone signs in again, for whoever proves both halves; everywhere else he is out. */
export async function takeOffTwoStep(input: Proved): Promise<{ ok: true } | TwoStepRefused> {
  const who = await requireViewer()
  const refusal = await proveTwice(who, provedSchema.safeParse(input).data)
  if (refusal) return { ok: false, refusal }
  if (!(await turnOffTwoStep(who.userId))) return { ok: false, refusal: { code: 'notOn' } }
  await renewSession(who.userId)
  void tellOwner(who, 'twoStepOff')
  return { ok: true }
}
