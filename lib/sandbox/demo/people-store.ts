import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { hashPassword } from '@/lib/auth/password'
import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import { putSupport } from '@/lib/members/people-store'
import { insertPerson } from '@/lib/members/store'
import { DEMO_SIGN_INS } from '@/lib/sandbox/sign-ins'
import { NANZHI, SHANYE, XIAOYUAN } from './catalogue'

const NAMES = { AGENT: '林晓', MANAGER: '周宁', SUPPORT: '平台客服 小沈' } as const
/** Of support too, so that two can work on disputes; with the password of the other. */
export const COLLEAGUE = { id: 'colleague', email: 'colleague@afterdesk.example', name: '平台客服 小何', support: true }

/** Member of which shops: the agent works for two, so that there is something to switch to. */
const MEMBERSHIPS = [
  { userId: 'agent', shopId: NANZHI.id, role: 'AGENT' },
  { userId: 'agent', shopId: SHANYE.id, role: 'AGENT' },
  { userId: 'manager', shopId: NANZHI.id, role: 'MANAGER' },
  { userId: 'manager', shopId: XIAOYUAN.id, role: 'MANAGER' },
]

/** The people of the demo. They know the passwords of `sign-ins.ts`. */
export async function createPeople(): Promise<void> {
  for (const { role, email, password } of DEMO_SIGN_INS) {
    const support = role === 'SUPPORT'
    const passwordHash = await hashPassword(password)
    const people = [{ id: role.toLowerCase(), email, name: NAMES[role], support }, ...(support ? [COLLEAGUE] : [])]
    await inTransaction(EVERYWHERE, async (tx) => {
      for (const person of people) await insertOne(tx, { ...person, passwordHash })
    })
  }
  await within(EVERYWHERE).query(
    `INSERT INTO "Member" ("userId", "shopId", "role")
     SELECT m."userId", m."shopId", m."role" FROM jsonb_to_recordset($1) AS m("userId" TEXT, "shopId" TEXT, "role" TEXT)`,
    [JSON.stringify(MEMBERSHIPS)],
  )
}

async function insertOne(tx: Tx, { id, support, ...person }: typeof COLLEAGUE & { passwordHash: string }) {
  await insertPerson(tx, { userId: id, ...person })
  if (support) await putSupport(tx, id)
}

/** Who rules in the stories. */
export const SUPPORT: Actor = { role: 'SUPPORT', id: 'support' }

/** Who acts for a shop in the stories. */
export function memberOf(shopId: string): { role: 'AGENT' | 'MANAGER'; id: string } {
  return shopId === XIAOYUAN.id ? { role: 'MANAGER', id: 'manager' } : { role: 'AGENT', id: 'agent' }
}
