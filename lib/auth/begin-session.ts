import { logger } from '@/lib/logger'
import { rememberAccount } from './known-accounts'
import { findAccount } from './queries'
import { type SignedIn, startSession } from './session'

/** Once everything that was asked for was right. `email` in lower case. */
export async function beginSession({ userId, passwordMark, email }: SignedIn & { email: string }): Promise<void> {
  await startSession({ userId, passwordMark })
  await rememberAccount(email)
  logger().info({ user: userId }, 'signed in')
}

/** In the browser that has just ended all sessions of its user, its own goes on as a new one. */
export async function renewSession(userId: string): Promise<void> {
  const account = await findAccount(userId)
  if (account) await startSession({ userId, passwordMark: account.passwordMark })
}
