import { randomBytes, randomUUID } from 'node:crypto'
import { prisma } from '@/lib/db/prisma'
import { inTransaction } from '@/lib/db/transaction'
import { PLATFORM_OWNER } from '@/lib/notifications/owners'
import { beginNotices } from '@/lib/notifications/read-store'
import { hashPassword } from './password'

export type NewMember = { email: string; name: string; shopId: string; role: 'AGENT' | 'MANAGER' }

/** Lets somebody into a shop, or changes their role there. Who is new gets a password, which is told only now. */
export async function addMember({ email, name, shopId, role }: NewMember): Promise<{ password: string | null }> {
  const { id, password, support } = await findOrCreateUser(email, name, false)
  if (support) throw new Error(`${email} is platform support and cannot be a member of a shop`)
  await prisma().member.upsert({
    where: { shopId_userId: { shopId, userId: id } },
    create: { shopId, userId: id, role },
    update: { role, active: true },
  })
  await inTransaction((tx) => beginNotices(tx, { userId: id, owners: [shopId] }))
  return { password }
}

/** Makes a person of the platform's support. A member of a shop cannot be one: who rules on disputes is no party (R4.7). */
export async function addSupport({
  email,
  name,
}: {
  email: string
  name: string
}): Promise<{ password: string | null }> {
  const { id, password } = await findOrCreateUser(email, name, true)
  if (await prisma().member.findFirst({ where: { userId: id, active: true } }))
    throw new Error(`${email} is a member of a shop and cannot be platform support`)
  await prisma().user.update({ where: { id }, data: { support: true } })
  await inTransaction((tx) => beginNotices(tx, { userId: id, owners: [PLATFORM_OWNER] }))
  return { password }
}

/** Ends somebody's access to a shop at once; false when they had none. */
export async function removeMember({ email, shopId }: { email: string; shopId: string }): Promise<boolean> {
  const { count } = await prisma().member.updateMany({
    where: { shopId, active: true, user: { email: email.toLowerCase() } },
    data: { active: false },
  })
  return count > 0
}

/** A new password for somebody; null when nobody has that address. */
export async function resetPassword(email: string): Promise<string | null> {
  const password = inventPassword()
  const { count } = await prisma().user.updateMany({
    where: { email: email.toLowerCase() },
    data: { passwordHash: await hashPassword(password) },
  })
  return count > 0 ? password : null
}

async function findOrCreateUser(email: string, name: string, support: boolean) {
  const known = await prisma().user.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true, support: true },
  })
  if (known) return { ...known, password: null }
  const password = inventPassword()
  const id = randomUUID()
  await prisma().user.create({
    data: { id, email: email.toLowerCase(), name, support, passwordHash: await hashPassword(password) },
  })
  return { id, password, support: false }
}

function inventPassword(): string {
  return randomBytes(12).toString('base64url')
}
