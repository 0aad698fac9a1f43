import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { viewer } from '@/lib/auth/gate'
import { addMember, addSupport } from '@/lib/members/operator'
import { database } from '@/tests/support/access'
import { signIn, useBrowser } from '@/tests/support/browser'
import { openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createReader, seen } from '@/tests/support/notices'
import { chooseNoticeMail, markAllNoticesRead, markCaseNoticesRead } from './actions'
import { listChoices } from './choices'
import { countUnread } from './queries'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))
const reader = vi.hoisted(() => ({ locale: 'zh-CN' }))
vi.mock('next-intl/server', () => ({ getLocale: async () => reader.locale }))

useDatabase()
useBrowser()

async function chosenBy(): Promise<string[]> {
  const who = await viewer()
  const choices = who ? await listChoices(who) : []
  return choices.flatMap(({ owner, email }) => email.filter(({ on }) => on).map(({ kind }) => `${owner} ${kind}`))
}

describe('what somebody gets by e-mail', () => {
  test('he chooses for his own shops, and is written to in the language he did it in', async () => {
    const shopId = `shop-${randomUUID()}`
    const { userId } = await createReader([shopId])
    await signIn(userId)
    expect(await chosenBy()).toEqual([`${shopId} DISPUTE_OPENED`, `${shopId} EVIDENCE_ASKED`])
    reader.locale = 'en'
    expect(await chooseNoticeMail({ owner: shopId, kind: 'CASE_OPENED', email: true })).toEqual({ ok: true })
    expect(await chooseNoticeMail({ owner: shopId, kind: 'DISPUTE_OPENED', email: false })).toEqual({ ok: true })
    expect(await chosenBy()).toEqual([`${shopId} CASE_OPENED`, `${shopId} EVIDENCE_ASKED`])
    const { rows } = await database.query(`SELECT "locale" FROM "User" WHERE "id" = $1`, [userId])
    expect(rows).toEqual([{ locale: 'en' }])
  })

  test.each<[string, { owner: string; kind: string; email: unknown }]>([
    ['another shop', { owner: 'another', kind: 'CASE_OPENED', email: true }],
    ['the platform', { owner: '', kind: 'DISPUTE_READY', email: true }],
    ['what its kind does not tell', { owner: 'own', kind: 'DISPUTE_READY', email: true }],
    ['what nobody tells', { owner: 'own', kind: 'EVERYTHING', email: true }],
    ['neither yes nor no', { owner: 'own', kind: 'CASE_OPENED', email: 'yes' }],
  ])('he cannot choose for %s', async (_, input) => {
    const own = `shop-${randomUUID()}`
    await createReader(['another'])
    await signIn((await createReader([own])).userId)
    const request = { ...input, owner: input.owner === 'own' ? own : input.owner }
    expect(await chooseNoticeMail(request as never)).toEqual({ ok: false })
  })
})

test('reading marks one’s own, whatever is sent', async () => {
  const [a, b] = [`shop-${randomUUID()}`, `shop-${randomUUID()}`]
  const [ofA, ofB] = [await createReader([a]), await createReader([b])]
  const { no } = await openCase('REFUND_ONLY', b)
  await signIn(ofA.userId)
  await markCaseNoticesRead({ no })
  await markAllNoticesRead({ upTo: Number.MAX_SAFE_INTEGER })
  for (const hostile of [{ upTo: -1 }, { upTo: 1.5 }, { upTo: '1' }, {}, null])
    await markAllNoticesRead(hostile as never)
  for (const hostile of [{ no: "'; DROP TABLE" }, { no: 1 }, null]) await markCaseNoticesRead(hostile as never)
  expect(await seen(ofB)).toEqual(['CASE_OPENED*'])
  await signIn(ofB.userId)
  await markCaseNoticesRead({ no })
  expect(await seen(ofB)).toEqual(['CASE_OPENED'])
})

test('whoever is not signed in is sent to do so', async () => {
  await expect(markAllNoticesRead({ upTo: 1 })).rejects.toThrow('to /sign-in')
  await expect(chooseNoticeMail({ owner: '', kind: 'DISPUTE_READY', email: true })).rejects.toThrow('to /sign-in')
})

test('a new member, and new support, begin with nothing unread', async () => {
  const { shopId } = await openCase()
  const email = `${randomUUID()}@nanzhi.example`
  await addMember({ email, name: '新人', shopId, role: 'AGENT' })
  await addSupport({ email: `s-${email}`, name: '小沈' })
  const { rows } = await database.query<{ id: string; support: boolean }>(
    `SELECT "id", "support" FROM "User" WHERE "email" LIKE '%' || $1`,
    [email],
  )
  for (const { id, support } of rows)
    expect(await countUnread({ userId: id, owners: [support ? '' : shopId] })).toMatchObject({ count: 0 })
  const [member] = rows.filter(({ support }) => !support)
  await openCase('REFUND_ONLY', shopId)
  expect(await countUnread({ userId: member?.id ?? '', owners: [shopId] })).toMatchObject({ count: 1 })
})
