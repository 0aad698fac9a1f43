import { hashPassword } from '@/lib/auth/password'
import { prisma } from '@/lib/db/prisma'
import { DEMO_SIGN_INS } from '@/lib/sandbox/sign-ins'
import { NANZHI, SHANYE, XIAOYUAN } from './catalogue'

const NAMES = { AGENT: '林晓', MANAGER: '周宁', SUPPORT: '平台客服 小沈' } as const

/** Member of which shops: the agent works for two, so that there is something to switch to. */
const MEMBERSHIPS = [
  { userId: 'agent', shopId: NANZHI.id, role: 'AGENT' },
  { userId: 'agent', shopId: SHANYE.id, role: 'AGENT' },
  { userId: 'manager', shopId: NANZHI.id, role: 'MANAGER' },
  { userId: 'manager', shopId: XIAOYUAN.id, role: 'MANAGER' },
]

/** The people of the demo. They know the passwords of `sign-ins.ts`. */
export async function createPeople(): Promise<void> {
  for (const { role, email, password } of DEMO_SIGN_INS)
    await prisma().user.create({
      data: {
        id: role.toLowerCase(),
        email,
        name: NAMES[role],
        passwordHash: await hashPassword(password),
        support: role === 'SUPPORT',
      },
    })
  await prisma().member.createMany({ data: MEMBERSHIPS })
}

/** Who acts for a shop in the stories. */
export function memberOf(shopId: string): { role: 'AGENT' | 'MANAGER'; id: string } {
  return shopId === XIAOYUAN.id ? { role: 'MANAGER', id: 'manager' } : { role: 'AGENT', id: 'agent' }
}
