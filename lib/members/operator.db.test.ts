import { describe, expect, test } from 'vitest'
import { verifyPassword } from '@/lib/auth/password'
import { findCredentials } from '@/lib/auth/queries'
import { useDatabase } from '@/tests/support/database'
import { changesOf, createShop, hire, staffOf } from '@/tests/support/staff'
import { addMember, addSupport, removeMember, resetPassword } from './operator'

useDatabase()

let people = 0
const somebody = () => ({ email: `lin-${++people}@example.com`, name: '林晓' })
const hashOf = async (email: string) => (await findCredentials(email))?.passwordHash ?? null

async function arrange() {
  const shopId = await createShop()
  const zhou = { ...somebody(), name: '周宁' }
  await addMember({ ...zhou, shopId, role: 'MANAGER' })
  return { shopId, zhou }
}

const kindsOf = async (shopId: string) => (await changesOf(shopId)).map(({ kind, actorRole }) => `${kind} ${actorRole}`)

describe('at the machine', () => {
  test('who is new gets a password once, and signs in with it; in another shop it stays', async () => {
    const { shopId } = await arrange()
    const lin = somebody()
    const added = await addMember({ ...lin, shopId, role: 'AGENT' })
    if (!added.ok) throw new Error(added.refusal.code)
    expect(await verifyPassword(added.password ?? '', await hashOf(lin.email))).toBe(true)
    const again = await addMember({ ...lin, shopId: await createShop(), role: 'MANAGER' })
    expect(again).toEqual({ ok: true, created: false, password: null })
  })

  test('everything is on record as the platform’s', async () => {
    const { shopId } = await arrange()
    const lin = somebody()
    await addMember({ ...lin, shopId, role: 'AGENT' })
    await addMember({ ...lin, shopId, role: 'AGENT' })
    await addMember({ ...lin, shopId, role: 'MANAGER' })
    await removeMember({ email: lin.email, shopId })
    await addMember({ ...lin, shopId, role: 'AGENT' })
    expect(await kindsOf(shopId)).toEqual(
      [
        'MemberJoined',
        'MemberJoined',
        'MemberRoleChanged',
        'MemberDeactivated',
        'MemberReactivated',
        'MemberRoleChanged',
      ].map((kind) => `${kind} SYSTEM`),
    )
    expect(Object.values(await staffOf(shopId)).sort()).toEqual(['AGENT', 'MANAGER'])
  })

  test('a removed member is no member of that shop, and of the other still', async () => {
    const [{ shopId }, other] = [await arrange(), await arrange()]
    const lin = somebody()
    for (const shop of [shopId, other.shopId]) await addMember({ ...lin, shopId: shop, role: 'AGENT' })
    expect(await removeMember({ email: lin.email, shopId })).toEqual({ ok: true, name: '林晓' })
    expect(await removeMember({ email: lin.email, shopId })).toMatchObject({ refusal: { code: 'alreadyDeactivated' } })
    expect(Object.keys(await staffOf(shopId))).toHaveLength(1)
    expect(Object.keys(await staffOf(other.shopId))).toHaveLength(2)
  })

  test('the last manager stays', async () => {
    const { shopId, zhou } = await arrange()
    const last = { ok: false, refusal: { code: 'lastManager' } }
    expect(await removeMember({ email: zhou.email, shopId })).toEqual(last)
    expect(await addMember({ ...zhou, shopId, role: 'AGENT' })).toEqual(last)
  })

  test('nobody is let into no shop, and nobody put out who was never in', async () => {
    const lin = somebody()
    expect(await addMember({ ...lin, shopId: 'nowhere', role: 'AGENT' })).toEqual({
      ok: false,
      refusal: { code: 'shopUnknown' },
    })
    expect(await hashOf(lin.email)).toBeNull()
    const { shopId } = await arrange()
    expect(await removeMember({ email: lin.email, shopId })).toMatchObject({ refusal: { code: 'memberUnknown' } })
  })

  test('a member of a shop cannot be platform support, nor support a member (R4.7)', async () => {
    const { shopId, zhou } = await arrange()
    expect(await addSupport(zhou)).toBe('member')
    const { email, name } = await hire({}, { support: true })
    expect(await addMember({ email, name, shopId, role: 'AGENT' })).toMatchObject({
      refusal: { code: 'platformSupport' },
    })
  })

  test('a new password takes the place of the old one', async () => {
    const { zhou } = await arrange()
    const password = await resetPassword(zhou.email)
    expect(await verifyPassword(password ?? '', await hashOf(zhou.email))).toBe(true)
    expect(await resetPassword('nobody@example.com')).toBeNull()
  })
})
