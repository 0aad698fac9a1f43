import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/prisma'
import { useDatabase } from '@/tests/support/database'
import { addMember, addSupport, removeMember, resetPassword } from './member-store'
import { verifyPassword } from './password'

useDatabase()

const LIN = { email: 'Lin@Example.com', name: '林晓', shopId: 'a', role: 'AGENT' } as const

async function hashOf(email: string): Promise<string | null> {
  return (await prisma().user.findUnique({ where: { email } }))?.passwordHash ?? null
}

describe('members', () => {
  beforeAll(async () => {
    await prisma().shop.createMany({
      data: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
    })
  })

  it('who is new gets a password once, and signs in with it', async () => {
    const { password } = await addMember(LIN)
    expect(await verifyPassword(password ?? '', await hashOf('lin@example.com'))).toBe(true)
    expect(await addMember({ ...LIN, shopId: 'b', role: 'MANAGER' })).toEqual({ password: null })
  })

  it('a removed member is no member of that shop, and of the other still', async () => {
    expect(await removeMember(LIN)).toBe(true)
    expect(await removeMember(LIN)).toBe(false)
    const active = await prisma().member.findMany({ where: { active: true }, select: { shopId: true } })
    expect(active).toEqual([{ shopId: 'b' }])
  })

  it('a member of a shop cannot be platform support', async () => {
    await expect(addSupport(LIN)).rejects.toThrow('cannot be platform support')
  })

  it('a new password takes the place of the old one', async () => {
    const password = await resetPassword('lin@EXAMPLE.com')
    expect(await verifyPassword(password ?? '', await hashOf('lin@example.com'))).toBe(true)
    expect(await resetPassword('nobody@example.com')).toBeNull()
  })
})
