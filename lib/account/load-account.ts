import type { Viewer } from '@/lib/auth/views'
import { isTwoStepOffered } from '@/lib/two-step/offered'
import { readTwoStep } from '@/lib/two-step/queries'
import type { AccountView } from './views'

export async function loadAccount(viewer: Viewer): Promise<AccountView> {
  const { userId, name, email } = viewer
  return { name, email, twoStep: await readTwoStep(userId), twoStepOffered: isTwoStepOffered(viewer) }
}
