'use server'

import { requireViewer } from '@/lib/auth/gate'
import { advanceClock, isSandbox } from './clock'
import { SANDBOX_STEPS, type SandboxStep } from './views'

/** Moves the sandbox's time on; returns the new time (epoch ms), or null outside the sandbox, where time is time. */
export async function advanceSandboxClock(step: SandboxStep): Promise<number | null> {
  await requireViewer()
  if (!isSandbox() || !Object.hasOwn(SANDBOX_STEPS, step)) return null
  const { now } = await advanceClock(SANDBOX_STEPS[step])
  return new Date(now).getTime()
}
