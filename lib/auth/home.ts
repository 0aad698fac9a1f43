import { findUser } from './queries'

/** Where somebody begins: at his shop's queue, or who works for none where disputes are ruled. */
export async function findHome(userId: string): Promise<string> {
  const user = await findUser(userId)
  return user?.memberships.length ? '/cases' : '/disputes'
}
