import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { hashPassword } from '@/lib/auth/password'
import { prisma } from '@/lib/db/prisma'
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
    await prisma().user.create({ data: { id: role.toLowerCase(), email, name: NAMES[role], passwordHash, support } })
    if (support) await prisma().user.create({ data: { ...COLLEAGUE, passwordHash } })
  }
  await prisma().member.createMany({ data: MEMBERSHIPS })
}

/** Who rules in the stories. */
export const SUPPORT: Actor = { role: 'SUPPORT', id: 'support' }

/** Who acts for a shop in the stories. */
export function memberOf(shopId: string): { role: 'AGENT' | 'MANAGER'; id: string } {
  return shopId === XIAOYUAN.id ? { role: 'MANAGER', id: 'manager' } : { role: 'AGENT', id: 'agent' }
}
