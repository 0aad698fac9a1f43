import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { handleApplication } from '@/lib/after-sales/handle-command'
import { sweepDue } from '@/lib/after-sales/sweep'
import { runPieces } from '@/lib/db/pieces'
import type { Tx } from '@/lib/db/transaction'
import { closeBus, subscribe } from '@/lib/live/bus'
import { database, inTransaction } from '@/tests/support/access'
import {
  AGENT,
  act,
  application,
  apply,
  BUYER,
  createOrder,
  eventsOf,
  HOUR,
  moveClock,
  mustSucceed,
  openCase,
  PLATFORM,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createMany } from '@/tests/support/many-cases'
import { createReader, seen } from '@/tests/support/notices'
import { recordNotices } from './notice-store'
import { countUnread, listNotices } from './queries'
import { beginNotices, markAllRead, markCaseRead } from './read-store'
import { purgeNotices } from './tidy-store'

useDatabase()

const SUPPORT = { role: 'SUPPORT', id: null } as const
const newShop = () => `shop-${randomUUID()}`

describe('a decision tells', () => {
  it('the shop of what the buyer does, and of nothing that the shop does itself', async () => {
    const shopId = newShop()
    const reader = await createReader([shopId])
    const { no } = await openCase('REFUND_ONLY', shopId)
    mustSucceed(await act(no, AGENT, { type: 'sendMessage', text: '您好' }))
    mustSucceed(await act(no, BUYER, { type: 'sendMessage', text: '  什么时候\n退款？' }))
    const { notices } = await listNotices(reader, null)
    expect(notices).toMatchObject([
      { news: { kind: 'BUYER_ANSWERED', text: '什么时候 退款？' }, no, buyerName: '王**', unread: true },
      { news: { kind: 'CASE_OPENED', again: false }, no, title: '羊毛围巾 浅灰', status: 'PENDING_REVIEW' },
    ])
    expect(notices[1]?.expiry).toMatchObject({ outcome: 'REFUND', amountFen: 12800, clause: 'R1.1' })
  })

  it('both parties’ rulers: the shop of the dispute and its ruling, support when it can rule', async () => {
    const shopId = newShop()
    const [reader, support] = [await createReader([shopId]), await createReader([])]
    const { no } = await openCase('REFUND_ONLY', shopId)
    mustSucceed(await act(no, BUYER, { type: 'openDispute', reason: 'REFUND_REFUSED', statement: '不处理' }))
    mustSucceed(await act(no, BUYER, { type: 'submitEvidence', text: '照片', done: true }))
    expect(await seen(support, no)).toEqual([])
    mustSucceed(await act(no, AGENT, { type: 'submitEvidence', text: '发货单', done: true }))
    mustSucceed(
      await act(no, SUPPORT, { type: 'requestEvidence', from: ['MERCHANT'], dueInHours: 24, note: '请补验货照片' }),
    )
    await moveClock(25 * HOUR)
    await sweepDue()
    mustSucceed(
      await act(no, SUPPORT, {
        type: 'ruleDispute',
        liability: 'MERCHANT',
        outcome: 'REFUND',
        amountFen: 8800,
        rationale: '商家没有证据',
      }),
    )
    expect(await seen(support, no)).toEqual(['DISPUTE_READY*', 'DISPUTE_READY*'])
    expect(await seen(reader, no)).toEqual(['DISPUTE_RULED*', 'EVIDENCE_ASKED*', 'DISPUTE_OPENED*', 'CASE_OPENED*'])
    const [ruled, asked, opened] = (await listNotices(reader, null)).notices
    const { dispute } = await stateOf(no)
    expect(ruled?.news).toEqual({ kind: 'DISPUTE_RULED', liability: 'MERCHANT', outcome: 'REFUND', amountFen: 8800 })
    expect(asked?.news).toMatchObject({ note: '请补验货照片', dueAt: dispute?.evidence.MERCHANT.dueAt })
    expect(opened?.news).toMatchObject({ reason: 'REFUND_REFUSED', dueAt: (dispute?.openedAt ?? 0) + 48 * HOUR })
  })

  it('nobody, when it is undone', async () => {
    const shopId = newShop()
    const reader = await createReader([shopId])
    const { orderNo } = await createOrder({ shopId })
    await inTransaction(async (tx) => {
      mustSucceed(await handleApplication(tx, { scope: PLATFORM, application: application(orderNo) }))
      throw new Error('undone')
    }).catch(() => undefined)
    expect(await countUnread(reader)).toEqual({ count: 0, newest: 0 })
    mustSucceed(await apply(orderNo))
    expect(await seen(reader)).toEqual(['CASE_OPENED*'])
  })

  it('500 shops’ cases in one statement', async () => {
    await createMany(500, 5 * HOUR)
    const { rows } = await database.query<{ no: string }>(`SELECT "no" FROM "AfterSale" WHERE "no" LIKE '%-%'`)
    await sweepDue()
    const told = await database.query(
      `SELECT 1 FROM "Notice" WHERE "afterSaleNo" LIKE '%-%' AND "kind" = 'DEADLINE_SOON'`,
    )
    expect(told.rowCount).toBe(rows.length)
    const changes = await Promise.all(
      rows.map(async ({ no }) => ({ state: await stateOf(no), events: (await eventsOf(no)).slice(-1) })),
    )
    await database.query(`DELETE FROM "Notice"`)
    let statements = 0
    await inTransaction((tx) => {
      const counting: Tx = {
        query: (sql, params) => {
          statements += 1
          return tx.query(sql, params)
        },
      }
      return runPieces(counting, [recordNotices(changes)])
    })
    expect(statements).toBe(1)
    const again = await database.query(`SELECT 1 FROM "Notice" WHERE "kind" = 'DEADLINE_SOON'`)
    expect(again.rowCount).toBe(500)
  })

  it('the hour that is nearest, when an outage held the reminders up, of the shop’s own clocks alone', async () => {
    const shopId = newShop()
    const reader = await createReader([shopId])
    const { no } = await openCase('RETURN_REFUND', shopId)
    await moveClock(47.5 * HOUR)
    await sweepDue()
    expect(await seen(reader, no)).toEqual(['DEADLINE_SOON*', 'CASE_OPENED*'])
    const [soon] = (await listNotices(reader, null)).notices
    expect(soon?.news).toMatchObject({ outcome: 'APPROVE_RETURN', dueAt: (await stateOf(no)).deadline?.dueAt })
    mustSucceed(await act(no, AGENT, { type: 'approve' }))
    await moveClock(10 * 24 * HOUR - HOUR / 2)
    await sweepDue()
    expect((await eventsOf(no)).at(-1)).toMatchObject({ type: 'DeadlineSoon', data: { kind: 'RETURN' } })
    expect(await seen(reader, no)).toEqual(['DEADLINE_SOON*', 'CASE_OPENED*'])
  })
})

describe('who sees what', () => {
  it('nobody sees another shop’s, a member of two shops sees both, support sees its own alone', async () => {
    const [a, b] = [newShop(), newShop()]
    const [ofA, ofB, ofBoth, support] = [
      await createReader([a]),
      await createReader([b]),
      await createReader([a, b]),
      await createReader([]),
    ]
    const [inA, inB] = [(await openCase('REFUND_ONLY', a)).no, (await openCase('REFUND_ONLY', b)).no]
    const nosOf = async (reader: typeof ofA) => (await listNotices(reader, null)).notices.map(({ no }) => no)
    expect(await nosOf(ofA)).toEqual([inA])
    expect(await nosOf(ofB)).toEqual([inB])
    expect(await nosOf(ofBoth)).toEqual([inB, inA])
    expect(await nosOf(support)).not.toContain(inA)
    expect([await countUnread(ofA), await countUnread(ofBoth)]).toMatchObject([{ count: 1 }, { count: 2 }])
    // another shop's number or case marks nothing
    const everything = (await countUnread(ofBoth)).newest
    await inTransaction((tx) => markCaseRead(tx, ofA, inB))
    await inTransaction((tx) => markAllRead(tx, ofA, everything))
    expect([await countUnread(ofA), await countUnread(ofB)]).toMatchObject([{ count: 0 }, { count: 1 }])
  })

  it('pages reach every one of several shops once, newest first', async () => {
    const shopIds = [newShop(), newShop()]
    const reader = await createReader(shopIds)
    for (let n = 0; n < 35; n += 1) await openCase('REFUND_ONLY', shopIds[n % 3 === 0 ? 1 : 0])
    const first = await listNotices(reader, null)
    const second = await listNotices(reader, first.nextCursor)
    const ids = [...first.notices, ...second.notices].map(({ id }) => id)
    expect([first.notices.length, second.notices.length, second.nextCursor]).toEqual([30, 5, null])
    expect(ids).toEqual([...new Set(ids)].sort((x, y) => y - x))
  })
})

describe('reading', () => {
  async function shopOfTwo() {
    const shopId = newShop()
    const [lin, zhou] = [await createReader([shopId]), await createReader([shopId])]
    const nos = [(await openCase('REFUND_ONLY', shopId)).no, (await openCase('REFUND_ONLY', shopId)).no] as const
    return { shopId, lin, zhou, nos }
  }

  it('is each one’s own: of a case that is opened, or of all', async () => {
    const { shopId, lin, zhou, nos } = await shopOfTwo()
    await inTransaction((tx) => markCaseRead(tx, lin, nos[0]))
    expect(await seen(lin)).toEqual(['CASE_OPENED*', 'CASE_OPENED'])
    expect([await countUnread(lin), await countUnread(zhou)]).toMatchObject([{ count: 1 }, { count: 2 }])
    const { newest } = await countUnread(lin)
    await openCase('REFUND_ONLY', shopId)
    await inTransaction((tx) => markAllRead(tx, lin, newest))
    expect(await seen(lin)).toEqual(['CASE_OPENED*', 'CASE_OPENED', 'CASE_OPENED'])
    expect(await countUnread(zhou)).toMatchObject({ count: 3 })
  })

  it('in two tabs at once counts once', async () => {
    const { lin, nos } = await shopOfTwo()
    const { newest } = await countUnread(lin)
    const tabs = Array.from({ length: 6 }, (_, n) =>
      inTransaction((tx) => (n % 2 === 0 ? markAllRead(tx, lin, newest) : markCaseRead(tx, lin, nos[0]))),
    )
    await Promise.all(tabs)
    expect(await countUnread(lin)).toMatchObject({ count: 0 })
  })

  it('old ones are kept as one number, and what is told later stays unread', async () => {
    const { shopId, lin } = await shopOfTwo()
    await database.query(`UPDATE "Notice" SET "createdAt" = "createdAt" - interval '1 hour' WHERE "shopId" = $1`, [
      shopId,
    ])
    await inTransaction(async (tx) => markAllRead(tx, lin, (await countUnread(lin)).newest))
    const { rowCount } = await database.query(`SELECT 1 FROM "NoticeRead" WHERE "userId" = $1`, [lin.userId])
    expect([rowCount, (await countUnread(lin)).count]).toEqual([0, 0])
    await openCase('REFUND_ONLY', shopId)
    expect(await countUnread(lin)).toMatchObject({ count: 1 })
  })

  it('does not read what was told before it and committed after it', async () => {
    const { shopId, lin } = await shopOfTwo()
    const { orderNo } = await createOrder({ shopId })
    const late = await inTransaction(async (tx) => {
      const { no } = mustSucceed(await handleApplication(tx, { scope: PLATFORM, application: application(orderNo) }))
      // its number is given, and a later one is seen and read before it appears
      await openCase('REFUND_ONLY', shopId)
      await inTransaction(async (other) => markAllRead(other, lin, (await countUnread(lin)).newest))
      expect(await countUnread(lin)).toMatchObject({ count: 0 })
      return no
    })
    expect(await seen(lin, late)).toEqual(['CASE_OPENED*'])
    expect(await countUnread(lin)).toMatchObject({ count: 1 })
  })

  it('begins, for who comes new, with what is told from then on', async () => {
    const { shopId, nos } = await shopOfTwo()
    const fresh = await createReader([shopId])
    await inTransaction((tx) => beginNotices(tx, fresh))
    expect(await countUnread(fresh)).toMatchObject({ count: 0 })
    mustSucceed(await act(nos[0], BUYER, { type: 'sendMessage', text: '在吗' }))
    expect(await seen(fresh)).toEqual(['BUYER_ANSWERED*', 'CASE_OPENED', 'CASE_OPENED'])
  })

  it('tells the reader’s other screens, and only when something changed', async () => {
    const { lin, nos } = await shopOfTwo()
    const heard: string[] = []
    const listening = new Promise<void>((resolve) => {
      subscribe((news) => {
        if ('missed' in news) resolve()
        if ('reader' in news) heard.push(news.reader)
      })
    })
    await listening
    const read = (no: string) => inTransaction((tx) => markCaseRead(tx, lin, no))
    await read(nos[0])
    await read(nos[0])
    const last = new Promise<void>((resolve) =>
      subscribe((news) => 'nos' in news && news.nos.includes('the last') && resolve()),
    )
    await database.query(`SELECT pg_notify('afterdesk', '{"shopId":"x","nos":["the last"]}')`)
    await last
    await closeBus()
    expect(heard).toEqual([lin.userId])
  })
})

it('what is older than it is kept is forgotten, with who read it', async () => {
  const shopId = newShop()
  const lin = await createReader([shopId])
  const [old, fresh] = [(await openCase('REFUND_ONLY', shopId)).no, (await openCase('REFUND_ONLY', shopId)).no]
  await inTransaction((tx) => markCaseRead(tx, lin, old))
  await database.query(`UPDATE "Notice" SET "createdAt" = "createdAt" - interval '91 days' WHERE "afterSaleNo" = $1`, [
    old,
  ])
  await purgeNotices(90 * 24 * HOUR)
  expect((await listNotices(lin, null)).notices.map(({ no }) => no)).toEqual([fresh])
  const { rowCount } = await database.query(`SELECT 1 FROM "NoticeRead" WHERE "userId" = $1`, [lin.userId])
  expect(rowCount).toBe(0)
})
