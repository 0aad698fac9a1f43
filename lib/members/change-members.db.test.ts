import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { OPERATOR } from '@/lib/auth/api-keys'
import { findUser } from '@/lib/auth/queries'
import { useDatabase } from '@/tests/support/database'
import { changesOf, createShop, type Hired, hire, makeLink, staffOf } from '@/tests/support/staff'
import { changeRole, deactivateMember, type MemberKeeper, reactivateMember } from './change-members'

useDatabase()

const ROUNDS = 20

function keeper(shopId: string, { userId }: Hired): MemberKeeper {
  const actor: Actor = { role: 'MANAGER', id: userId }
  return { shopId, actor }
}

async function arrange() {
  const shopId = await createShop()
  const [zhou, lin] = [await hire({ [shopId]: 'MANAGER' }, { name: '周宁' }), await hire({ [shopId]: 'AGENT' })]
  return { shopId, zhou, lin, asZhou: keeper(shopId, zhou) }
}

describe('a member', () => {
  test('is made manager, deactivated and taken back; each is written down with who did it', async () => {
    const { shopId, zhou, lin, asZhou } = await arrange()
    expect(await changeRole(asZhou, lin.userId, 'MANAGER')).toEqual({ ok: true, name: '林晓' })
    expect((await findUser(lin.userId))?.memberships[0]?.role).toBe('MANAGER')
    expect(await deactivateMember(asZhou, lin.userId)).toEqual({ ok: true, name: '林晓' })
    expect(await findUser(lin.userId)).toBeNull()
    expect(await reactivateMember(asZhou, lin.userId)).toEqual({ ok: true, name: '林晓' })
    expect((await findUser(lin.userId))?.memberships[0]?.role).toBe('MANAGER')
    const { userId, email } = lin
    const who = { userId, name: '林晓', email }
    const by = { actorRole: 'MANAGER', actorId: zhou.userId }
    expect(await changesOf(shopId)).toEqual([
      { kind: 'MemberRoleChanged', ...by, data: { ...who, from: 'AGENT', to: 'MANAGER' } },
      { kind: 'MemberDeactivated', ...by, data: { ...who, role: 'MANAGER' } },
      { kind: 'MemberReactivated', ...by, data: { ...who, role: 'MANAGER' } },
    ])
  })

  test('of two shops loses the one and keeps the other', async () => {
    const { shopId, asZhou } = await arrange()
    const other = await createShop()
    const both = await hire({ [shopId]: 'AGENT', [other]: 'AGENT' })
    await deactivateMember(asZhou, both.userId)
    expect((await findUser(both.userId))?.memberships.map((one) => one.shopId)).toEqual([other])
  })

  test('of another shop is out of reach, whoever asks', async () => {
    const { asZhou } = await arrange()
    const theirs = await arrange()
    const unknown = { ok: false, refusal: { code: 'memberUnknown' } }
    expect(await deactivateMember(asZhou, theirs.lin.userId)).toEqual(unknown)
    expect(await changeRole(asZhou, theirs.lin.userId, 'MANAGER')).toEqual(unknown)
    expect(await reactivateMember(asZhou, theirs.lin.userId)).toEqual(unknown)
    expect(await deactivateMember({ shopId: 'nowhere', actor: OPERATOR }, theirs.lin.userId)).toEqual(unknown)
    expect(Object.keys(await staffOf(theirs.shopId))).toHaveLength(2)
    expect(await changesOf(theirs.shopId)).toEqual([])
  })

  test('whose last manager he is, stays one, even at the machine', async () => {
    const { shopId, zhou, asZhou } = await arrange()
    const last = { ok: false, refusal: { code: 'lastManager' } }
    expect(await changeRole(asZhou, zhou.userId, 'AGENT')).toEqual(last)
    expect(await deactivateMember({ shopId, actor: OPERATOR }, zhou.userId)).toEqual(last)
    expect(await changesOf(shopId)).toEqual([])
  })
})

describe('at the same instant', () => {
  const others: [string, (who: MemberKeeper, userId: string) => Promise<unknown>][] = [
    ['demote', (who, userId) => changeRole(who, userId, 'AGENT')],
    ['deactivate', deactivateMember],
  ]
  test.each(others)('two managers %s each other: one remains', async (_, act) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { shopId, zhou, asZhou } = await arrange()
      const chen = await hire({ [shopId]: 'MANAGER' })
      const outcomes = await Promise.all([act(asZhou, chen.userId), act(keeper(shopId, chen), zhou.userId)])
      expect(outcomes).toContainEqual(expect.objectContaining({ ok: true }))
      expect(outcomes).toContainEqual({ ok: false, refusal: { code: 'notPermitted' } })
      expect(Object.values(await staffOf(shopId)).filter((role) => role === 'MANAGER')).toHaveLength(1)
    }
  })

  test('two managers make themselves agents: one remains', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { shopId, zhou, asZhou } = await arrange()
      const chen = await hire({ [shopId]: 'MANAGER' })
      const outcomes = await Promise.all([
        changeRole(asZhou, zhou.userId, 'AGENT'),
        changeRole(keeper(shopId, chen), chen.userId, 'AGENT'),
      ])
      expect(outcomes).toContainEqual({ ok: false, refusal: { code: 'lastManager' } })
      expect(Object.values(await staffOf(shopId)).filter((role) => role === 'MANAGER')).toHaveLength(1)
    }
  })

  test('a double click deactivates once and is written down once', async () => {
    const { shopId, lin, asZhou } = await arrange()
    const outcomes = await Promise.all([deactivateMember(asZhou, lin.userId), deactivateMember(asZhou, lin.userId)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes).toContainEqual({ ok: false, refusal: { code: 'alreadyDeactivated' } })
    expect(await changesOf(shopId)).toHaveLength(1)
  })
})

describe('no door stays open behind whoever', () => {
  test.each([
    ['is deactivated', deactivateMember],
    ['is manager no more', (who: MemberKeeper, userId: string) => changeRole(who, userId, 'AGENT')],
  ])('%s', async (_, act) => {
    const { shopId, zhou, asZhou } = await arrange()
    const chen = await hire({ [shopId]: 'MANAGER' })
    await makeLink(shopId, chen, 'chens@example.com', 'MANAGER')
    await makeLink(shopId, zhou, 'zhous@example.com')
    await act(asZhou, chen.userId)
    expect(await changesOf(shopId)).toContainEqual({
      kind: 'InvitationRevoked',
      actorRole: 'MANAGER',
      actorId: zhou.userId,
      data: { email: 'chens@example.com', role: 'MANAGER' },
    })
    expect((await changesOf(shopId)).filter(({ kind }) => kind === 'InvitationRevoked')).toHaveLength(1)
  })
})
