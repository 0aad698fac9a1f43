import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findUser } from '@/lib/auth/queries'
import { renewInvitation, revokeInvitation } from '@/lib/members/change-invitations'
import { changeRole, deactivateMember } from '@/lib/members/change-members'
import { INVITATION_MS } from '@/lib/members/domain/invitation'
import { addMember, addSupport } from '@/lib/members/operator'
import { countUnread } from '@/lib/notifications/queries'
import { database } from '@/tests/support/access'
import { HOUR, moveClock, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { changesOf, createShop, hire, makeLink, staffOf } from '@/tests/support/staff'
import { join } from './join'
import { readLink } from './queries'

useDatabase()

const ROUNDS = 10
const SOMEBODY = { name: '小陈', passwordHash: 'x' }
const newAddress = () => `${randomUUID()}@example.com`

async function arrange(email = newAddress()) {
  const shopId = await createShop()
  const zhou = await hire({ [shopId]: 'MANAGER' }, { name: '周宁' })
  return { shopId, zhou, email, link: await makeLink(shopId, zhou, email) }
}

async function usersWith(email: string): Promise<number> {
  return (await database.query(`SELECT FROM "User" WHERE "email" = $1`, [email])).rowCount
}

describe('a link', () => {
  test('lets somebody new in, with nothing unread, and is on record', async () => {
    const { shopId, email, link } = await arrange()
    await openCase('REFUND_ONLY', shopId)
    const joined = await join(link.token, SOMEBODY)
    if (!joined.ok) throw new Error(joined.refusal.code)
    const { userId } = joined
    expect(await findUser(userId)).toMatchObject({ name: '小陈', email, memberships: [{ shopId, role: 'AGENT' }] })
    expect(await countUnread({ userId, owners: [shopId] })).toMatchObject({ count: 0 })
    expect((await changesOf(shopId)).at(-1)).toEqual({
      kind: 'MemberJoined',
      actorRole: 'AGENT',
      actorId: userId,
      data: { userId, name: '小陈', email, role: 'AGENT' },
    })
    expect(await readLink(link.token, userId)).toMatchObject({ kind: 'USED', own: true })
    expect(await readLink(link.token, null)).toMatchObject({ kind: 'USED', own: false })
  })

  test('lets in whoever has an account, also one who worked nowhere any more', async () => {
    const known = await hire()
    const { shopId, link } = await arrange(known.email)
    expect(await readLink(link.token, null)).toMatchObject({ kind: 'OPEN', account: true })
    expect(await join(link.token, { userId: known.userId })).toEqual({ ok: true, userId: known.userId, shopId })
    expect(await findUser(known.userId)).toMatchObject({ memberships: [{ shopId }] })
  })

  test.each([
    ['unknown', async () => ({ token: `inv_${'x'.repeat(43)}` })],
    ['unknown', async () => ({ token: '' })],
    ['unknown', async () => ({ token: '../../cases' })],
    [
      'revoked',
      async () => {
        const { shopId, zhou, link } = await arrange()
        await revokeInvitation({ shopId, userId: zhou.userId }, link.id)
        return link
      },
    ],
    [
      'revoked',
      async () => {
        const { shopId, zhou, link } = await arrange()
        await renewInvitation({ shopId, userId: zhou.userId }, link.id)
        return link
      },
    ],
    [
      'expired',
      async () => {
        const { link } = await arrange()
        await moveClock(INVITATION_MS)
        return link
      },
    ],
    [
      'used',
      async () => {
        const { link } = await arrange()
        await join(link.token, SOMEBODY)
        return link
      },
    ],
    ['accountExists', async () => (await arrange((await hire()).email)).link],
  ] as const)('does not when it is %s', async (code, make) => {
    const { token } = await make()
    expect(await join(token, SOMEBODY)).toEqual({ ok: false, refusal: { code } })
  })

  test('is for one address: somebody else signed in stays out, and it stays open', async () => {
    const { shopId, link } = await arrange()
    const other = await hire()
    expect(await join(link.token, { userId: other.userId })).toEqual({ ok: false, refusal: { code: 'wrongPerson' } })
    expect(await staffOf(shopId)).not.toHaveProperty(other.userId)
    expect(await readLink(link.token, other.userId)).toMatchObject({ kind: 'OPEN' })
  })

  test('lets platform support in nowhere (R4.7), even if it became so after the invitation', async () => {
    const { shopId, email, link } = await arrange()
    await addSupport({ email, name: '小沈' })
    const { rows } = await database.query<{ id: string }>(`SELECT "id" FROM "User" WHERE "email" = $1`, [email])
    const userId = rows[0]?.id ?? ''
    expect(await readLink(link.token, null)).toMatchObject({ kind: 'SUPPORT' })
    expect(await join(link.token, { userId })).toEqual({ ok: false, refusal: { code: 'platformSupport' } })
    expect(await staffOf(shopId)).not.toHaveProperty(userId)
  })

  test('changes nothing for whoever came in another way meanwhile', async () => {
    const { shopId, email, link } = await arrange()
    await addMember({ email, name: '小陈', shopId, role: 'MANAGER' })
    const { rows } = await database.query<{ id: string }>(`SELECT "id" FROM "User" WHERE "email" = $1`, [email])
    const userId = rows[0]?.id ?? ''
    expect(await join(link.token, { userId })).toMatchObject({ ok: true })
    expect(await staffOf(shopId)).toMatchObject({ [userId]: 'MANAGER' })
  })

  test('of whoever was put out again does not lead back in', async () => {
    const { shopId, zhou, link } = await arrange()
    const joined = await join(link.token, SOMEBODY)
    if (!joined.ok) throw new Error(joined.refusal.code)
    const { userId } = joined
    await deactivateMember({ shopId, actor: { role: 'MANAGER', id: zhou.userId } }, userId)
    await join(link.token, { userId })
    expect(await staffOf(shopId)).not.toHaveProperty(userId)
  })
})

describe('at the same instant', () => {
  test('two tabs of somebody new make one account and one membership', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { shopId, email, link } = await arrange()
      const outcomes = await Promise.all([join(link.token, SOMEBODY), join(link.token, SOMEBODY)])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes).toContainEqual({ ok: false, refusal: { code: 'used' } })
      expect(await usersWith(email)).toBe(1)
      expect(Object.keys(await staffOf(shopId))).toHaveLength(2)
      expect((await changesOf(shopId)).filter(({ kind }) => kind === 'MemberJoined')).toHaveLength(1)
    }
  })

  test('a double click of whoever is signed in makes one membership', async () => {
    const known = await hire()
    const { shopId, link } = await arrange(known.email)
    const { userId } = known
    const outcomes = await Promise.all([1, 2, 3].map(() => join(link.token, { userId })))
    expect(outcomes).toEqual([1, 2, 3].map(() => ({ ok: true, userId, shopId })))
    expect((await changesOf(shopId)).filter(({ kind }) => kind === 'MemberJoined')).toHaveLength(1)
  })

  test('somebody new, invited by two shops, becomes one person', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other] = [await arrange(), await arrange()]
      const link = await makeLink(other.shopId, other.zhou, one.email)
      const outcomes = await Promise.all([join(one.link.token, SOMEBODY), join(link.token, SOMEBODY)])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes).toContainEqual({ ok: false, refusal: { code: 'accountExists' } })
      expect(await usersWith(one.email)).toBe(1)
    }
  })

  test('a withdrawal and a click: one of them wins, and both know', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { shopId, zhou, link } = await arrange()
      const inviter = { shopId, userId: zhou.userId }
      const [joined, withdrawn] = await Promise.all([join(link.token, SOMEBODY), revokeInvitation(inviter, link.id)])
      expect(joined.ok).toBe(!withdrawn.ok)
      expect(Object.keys(await staffOf(shopId))).toHaveLength(joined.ok ? 2 : 1)
    }
  })

  test('an inviter put out and a click: nobody gets in by the link of whoever is out', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { shopId, zhou, link } = await arrange()
      const chen = await hire({ [shopId]: 'MANAGER' })
      const keeper = { shopId, actor: { role: 'MANAGER', id: chen.userId } } as const
      const [joined] = await Promise.all([join(link.token, SOMEBODY), changeRole(keeper, zhou.userId, 'AGENT')])
      const kinds = (await changesOf(shopId)).map(({ kind }) => kind)
      expect(kinds.includes('InvitationRevoked')).toBe(!joined.ok)
      if (joined.ok) expect(kinds.indexOf('MemberJoined')).toBeLessThan(kinds.indexOf('MemberRoleChanged'))
    }
  })

  test('becoming a member and becoming platform support: never both (R4.7)', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const known = await hire()
      const { shopId, link } = await arrange(known.email)
      const { userId, email } = known
      const [joined, made] = await Promise.all([join(link.token, { userId }), addSupport({ email, name: '小沈' })])
      expect(joined.ok).toBe(made === 'member')
      expect(userId in (await staffOf(shopId))).toBe(joined.ok)
    }
  })
})

test('a link is good to its last moment', async () => {
  const { link } = await arrange()
  await moveClock(INVITATION_MS - HOUR)
  expect(await join(link.token, SOMEBODY)).toMatchObject({ ok: true })
})
