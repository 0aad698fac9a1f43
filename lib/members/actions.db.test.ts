import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { mintShopId } from '@/lib/auth/mint'
import { readLink } from '@/lib/invitations/queries'
import { signIn, useBrowser } from '@/tests/support/browser'
import { moveClock } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
import { changesOf, createShop, hire, staffOf } from '@/tests/support/staff'
import { changeMemberRole, deactivate, inviteMember, reactivate, renewLink, withdrawInvitation } from './actions'
import { INVITATION_MS, INVITATIONS_OPEN } from './domain/invitation'
import { loadStaff } from './queries'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

const newAddress = () => `${randomUUID()}@example.com`

/** A shop with a manager, who is signed in, an agent, one who was put out, and an invitation. */
async function arrange() {
  const shopId = await createShop()
  const [zhou, lin, gone] = [
    await hire({ [shopId]: 'MANAGER' }, { name: '周宁' }),
    await hire({ [shopId]: 'AGENT' }),
    await hire({ [shopId]: 'AGENT' }, { name: '小陈' }),
  ]
  await signIn(gone.userId)
  const cookiesOfGone = new Map(sent.cookies)
  await signIn(zhou.userId)
  await deactivate({ shopId, userId: gone.userId })
  const email = newAddress()
  const made = await inviteMember({ shopId, email, role: 'AGENT' })
  if (!made.ok) throw new Error('not made')
  const staff = await loadStaff(mintShopId(shopId), zhou.userId)
  const invitationId = staff.invitations[0]?.id ?? ''
  return { shopId, zhou, lin, gone, cookiesOfGone, email, token: tokenOf(made.path), invitationId }
}

const tokenOf = (path: string) => path.slice('/invite/'.length)

/** Every act of the page, on what `arrange` made. */
const ACTS = {
  inviteMember: ({ shopId }: Arranged) => inviteMember({ shopId, email: newAddress(), role: 'AGENT' }),
  renewLink: ({ shopId, invitationId: id }: Arranged) => renewLink({ shopId, id }),
  withdrawInvitation: ({ shopId, invitationId: id }: Arranged) => withdrawInvitation({ shopId, id }),
  changeMemberRole: ({ shopId, lin: { userId } }: Arranged) => changeMemberRole({ shopId, userId, role: 'MANAGER' }),
  deactivate: ({ shopId, lin: { userId } }: Arranged) => deactivate({ shopId, userId }),
  reactivate: ({ shopId, gone: { userId } }: Arranged) => reactivate({ shopId, userId }),
}
type Arranged = Awaited<ReturnType<typeof arrange>>
const acts = Object.entries(ACTS)
const absent = (name: string) =>
  name === 'inviteMember' ? 'shopUnknown' : /^(renew|withdraw)/.test(name) ? 'invitationUnknown' : 'memberUnknown'

describe.each(acts)('%s', (name, act) => {
  test('is a manager’s', async () => {
    expect(await act(await arrange())).toMatchObject({ ok: true })
  })

  test('is refused to an agent by name, and changes nothing', async () => {
    const arranged = await arrange()
    const before = await changesOf(arranged.shopId)
    await signIn(arranged.lin.userId)
    expect(await act(arranged)).toEqual({ ok: false, refusal: { code: 'notPermitted' } })
    expect(await changesOf(arranged.shopId)).toEqual(before)
  })

  test('finds nothing of another shop, whether it is named or only its rows are', async () => {
    const theirs = await arrange()
    const before = await changesOf(theirs.shopId)
    const mine = await arrange()
    const nothing = { ok: false, refusal: { code: absent(name) } }
    expect(await act(theirs)).toEqual(nothing)
    if (name !== 'inviteMember') expect(await act({ ...theirs, shopId: mine.shopId })).toEqual(nothing)
    expect(await changesOf(theirs.shopId)).toEqual(before)
  })

  test('is refused to a deactivated member and to support, who work for no shop', async () => {
    const arranged = await arrange()
    for (const [name, value] of arranged.cookiesOfGone) sent.cookies.set(name, value)
    await expect(act(arranged)).rejects.toThrow('to /sign-in')
    await signIn((await hire({}, { support: true })).userId)
    expect(await act(arranged)).toEqual({ ok: false, refusal: { code: absent(name) } })
  })

  test('sends whoever is not signed in to do so', async () => {
    const arranged = await arrange()
    sent.cookies.clear()
    await expect(act(arranged)).rejects.toThrow('to /sign-in')
  })
})

describe('an invitation', () => {
  test('keeps nothing that opens, is listed until its end, and is on record', async () => {
    const { shopId, zhou, email, token } = await arrange()
    const staff = await loadStaff(mintShopId(shopId), zhou.userId)
    const [listed] = staff.invitations
    expect(listed).toMatchObject({ email, role: 'AGENT', invitedBy: '周宁', expired: false, mailedAt: null })
    expect((listed?.expiresAt ?? 0) - (listed?.createdAt ?? 0)).toBe(INVITATION_MS)
    expect(JSON.stringify([staff, await changesOf(shopId)])).not.toContain(token.slice(4))
    expect(await readLink(token, null)).toMatchObject({ kind: 'OPEN', email, role: 'AGENT', account: false })
    expect(await changesOf(shopId)).toContainEqual(
      expect.objectContaining({ kind: 'MemberInvited', actorRole: 'MANAGER', actorId: zhou.userId }),
    )
  })

  test('of an address, however it is written, that is a member’s is refused with his name', async () => {
    const { shopId, lin, gone } = await arrange()
    const again = (email: string) => inviteMember({ shopId, email, role: 'MANAGER' })
    const refused = (name: string, active: boolean) => ({ ok: false, refusal: { code: 'alreadyMember', name, active } })
    expect(await again(`  ${lin.email.toUpperCase()} `)).toEqual(refused('林晓', true))
    expect(await again(gone.email)).toEqual(refused('小陈', false))
  })

  test('of an address that has a link is refused; a new link ends the old one', async () => {
    const { shopId, email, token, invitationId } = await arrange()
    expect(await inviteMember({ shopId, email, role: 'MANAGER' })).toMatchObject({
      refusal: { code: 'alreadyInvited', role: 'AGENT' },
    })
    const renewed = await renewLink({ shopId, id: invitationId })
    if (!renewed.ok) throw new Error('not renewed')
    expect(renewed).toMatchObject({ email, role: 'AGENT', letter: 'OFF' })
    expect(await readLink(token, null)).toMatchObject({ kind: 'REVOKED' })
    expect(await readLink(tokenOf(renewed.path), null)).toMatchObject({ kind: 'OPEN' })
    expect(await renewLink({ shopId, id: invitationId })).toMatchObject({ refusal: { code: 'invitationRevoked' } })
  })

  test('that has run out gives way to another', async () => {
    const { shopId, zhou, email, token } = await arrange()
    await moveClock(INVITATION_MS)
    expect(await readLink(token, null)).toMatchObject({ kind: 'EXPIRED' })
    expect((await loadStaff(mintShopId(shopId), zhou.userId)).invitations).toMatchObject([{ email, expired: true }])
    expect(await inviteMember({ shopId, email, role: 'MANAGER' })).toMatchObject({ ok: true })
    expect((await loadStaff(mintShopId(shopId), zhou.userId)).invitations).toMatchObject([{ email, expired: false }])
  })

  test('made twice at the same instant is made once', async () => {
    const { shopId } = await arrange()
    const email = newAddress()
    const made = await Promise.all([1, 2, 3].map(() => inviteMember({ shopId, email, role: 'AGENT' })))
    expect(made.filter(({ ok }) => ok)).toHaveLength(1)
    expect(made).toContainEqual({ ok: false, refusal: expect.objectContaining({ code: 'alreadyInvited' }) })
  })

  test('is refused where so many are open, by however many at once', async () => {
    const { shopId, zhou } = await arrange()
    const inviteOne = () => inviteMember({ shopId, email: newAddress(), role: 'AGENT' })
    for (let n = 1; n < INVITATIONS_OPEN - 1; n++) await inviteOne()
    const last = await Promise.all([inviteOne(), inviteOne(), inviteOne()])
    expect(last.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await loadStaff(mintShopId(shopId), zhou.userId)).invitations).toHaveLength(INVITATIONS_OPEN)
  })

  test('of platform support is refused (R4.7)', async () => {
    const { shopId } = await arrange()
    const { email } = await hire({}, { support: true })
    expect(await inviteMember({ shopId, email, role: 'AGENT' })).toEqual({
      ok: false,
      refusal: { code: 'platformSupport' },
    })
  })
})

test.each([
  { email: '' },
  { email: 'nobody' },
  { email: 'a@b' },
  { email: 'a b@example.com' },
  { email: 'a@example.com\nBcc: all@example.com' },
  { email: 'a\0@example.com' },
  { email: `${'x'.repeat(250)}@example.com` },
  { role: 'BOSS' },
  { more: true },
])('an invitation with %j is not made', async (change) => {
  const { shopId } = await arrange()
  const input = { shopId, email: newAddress(), role: 'AGENT', ...change }
  expect(await inviteMember(input as never)).toEqual({ ok: false, invalid: true })
})

test.each([{ id: 'x' }, { id: null }, { shopId: `a'b` }])('a withdrawal of %j does nothing', async (change) => {
  const { shopId, invitationId } = await arrange()
  expect(await withdrawInvitation({ shopId, id: invitationId, ...change } as never)).toEqual({
    ok: false,
    invalid: true,
  })
})

test('what the page offers is what the rules allow', async () => {
  const { shopId, zhou, lin } = await arrange()
  const staff = async () => (await loadStaff(mintShopId(shopId), zhou.userId)).active
  const refused = { reactivation: { code: 'alreadyActive' }, deactivation: null, roleChange: null }
  expect(await staff()).toMatchObject([
    { self: true, refused: { roleChange: { code: 'lastManager' }, deactivation: { code: 'ownDeactivation' } } },
    { self: false, refused },
  ])
  await changeMemberRole({ shopId, userId: lin.userId, role: 'MANAGER' })
  expect((await staff()).find(({ self }) => self)?.refused.roleChange).toBeNull()
  expect(Object.values(await staffOf(shopId))).toEqual(['MANAGER', 'MANAGER'])
})
