import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/tests/support/access'
import {
  AGENT,
  act,
  apply,
  BUYER,
  createOrder,
  HOUR,
  MANAGER,
  mustSucceed,
  openCase,
  SYSTEM,
  shopScope,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { loadCase } from './case-queries'
import { forecastQueue } from './forecast-queries'
import { countQueue, findNextUrgent, loadQueue } from './queries'
import type { QueueFilter, QueueRow } from './views'

useDatabase()

const scope = shopScope('desk')
const ALL: QueueFilter = { tab: 'ALL' }
const nosOf = (rows: QueueRow[]) => rows.map(({ no }) => no)

async function dueIn(no: string, hours: number) {
  await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() + $2 * interval '1 hour' WHERE "no" = $1`, [
    no,
    hours,
  ])
}

describe('the queue', () => {
  const no: Record<string, string> = {}
  beforeAll(async () => {
    no.late = (await openCase('REFUND_ONLY', 'desk')).no
    no.soon = (await openCase('RETURN_REFUND', 'desk')).no
    no.sent = (await openCase('RETURN_REFUND', 'desk')).no
    no.buyers = (await openCase('RETURN_REFUND', 'desk')).no
    no.paying = (await openCase('REFUND_ONLY', 'desk')).no
    no.over = (await openCase('REFUND_ONLY', 'desk')).no
    no.foreign = (await openCase('REFUND_ONLY', 'other')).no
    for (const returned of [no.sent, no.buyers]) mustSucceed(await act(returned, AGENT, { type: 'approve' }))
    mustSucceed(await act(no.sent, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF999' }))
    mustSucceed(await act(no.paying, AGENT, { type: 'approve' }))
    mustSucceed(await act(no.over, BUYER, { type: 'withdraw' }))
    await dueIn(no.late, 40)
    await dueIn(no.soon, 2)
    await dueIn(no.sent, 30)
  })

  it('orders what waits for the merchant by what happens next', async () => {
    const { rows } = await loadQueue(scope, { tab: 'MERCHANT' })
    expect(nosOf(rows)).toEqual([no.soon, no.sent, no.late])
    expect(rows[0]).toMatchObject({
      title: '羊毛围巾 浅灰',
      buyerName: '王**',
      consequence: { outcome: 'APPROVE_RETURN', clause: 'R2.1' },
      clock: { kind: 'REVIEW', limitMs: 48 * HOUR },
    })
  })

  it('puts every case under one tab, and counts them', async () => {
    expect(await countQueue(scope)).toEqual({ MERCHANT: 3, BUYER: 1, PLATFORM: 0, GATEWAY: 1, CLOSED: 1, ALL: 6 })
    expect(nosOf((await loadQueue(scope, { tab: 'GATEWAY' })).rows)).toEqual([no.paying])
    expect(nosOf((await loadQueue(scope, { tab: 'CLOSED' })).rows)).toEqual([no.over])
  })

  it.each<[string, Partial<QueueFilter>, () => (string | undefined)[]]>([
    ['the beginning of a tracking number, in any case', { search: 'sf99' }, () => [no.sent]],
    [
      'the beginning of a buyer’s name',
      { search: '王小' },
      () => [no.over, no.paying, no.buyers, no.sent, no.soon, no.late],
    ],
    ['nothing, for a name nobody has', { search: '赵%' }, () => []],
    ['nothing, for what would be a pattern', { search: '王_' }, () => []],
    ['nothing, for half a character and the last of all', { search: '王\ud83d\u{10ffff}' }, () => []],
    ['the type', { type: 'REFUND_ONLY' }, () => [no.over, no.paying, no.late]],
    ['the amount', { minFen: 12801 }, () => []],
    ['the time left', { dueWithinHours: 31 }, () => [no.sent, no.soon]],
  ])('finds by %s', async (_, filter, expected) => {
    expect(nosOf((await loadQueue(scope, { ...ALL, ...filter })).rows)).toEqual(expected())
  })

  it('finds a case by its number, but not another shop’s', async () => {
    expect(nosOf((await loadQueue(scope, { ...ALL, search: no.late?.toLowerCase() })).rows)).toEqual([no.late])
    expect(nosOf((await loadQueue(scope, { ...ALL, search: no.foreign })).rows)).toEqual([])
    expect(await loadCase(scope, 'AGENT', no.foreign ?? '')).toBeNull()
  })

  it('forecasts what the clock will do, as the domain says', async () => {
    const { within24h, hours } = await forecastQueue(scope)
    expect(within24h).toEqual({ cases: 1, refundCases: 0, refundFen: 0, returnCases: 1 })
    expect(hours).toHaveLength(48)
    expect(hours.reduce((sum, hour) => sum + hour.refundFen, 0)).toBe(2 * 12800)
  })

  it('names the next most urgent case', async () => {
    expect(await findNextUrgent(scope, [no.soon ?? ''])).toBe(no.sent)
    expect(await findNextUrgent(scope, [no.sent ?? ''])).toBe(no.soon)
    expect(await findNextUrgent(shopScope('nobody'), [])).toBeNull()
  })
})

describe('paging', () => {
  it('goes through everything once, whatever changes on the way', async () => {
    const paged = shopScope('paged')
    const opened = []
    for (let index = 0; index < 103; index++) opened.push((await openCase('REFUND_ONLY', 'paged')).no)
    // many deadlines at the same instant: the number decides
    await database.query(
      `UPDATE "AfterSale" SET "dueAt" = date_trunc('hour', app_now()) + interval '9 hours' WHERE "shopId" = 'paged'`,
    )
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await loadQueue(paged, { tab: 'MERCHANT' }, { cursor: cursor ?? undefined })
      seen.push(...nosOf(page.rows))
      cursor = page.nextCursor
      await openCase('REFUND_ONLY', 'elsewhere')
    } while (cursor)
    expect(seen).toEqual([...opened].sort())
  })

  it('begins at the beginning for a cursor that is nonsense', async () => {
    expect((await loadQueue(scope, ALL, { cursor: 'x' })).rows.length).toBeGreaterThan(0)
  })
})

describe('a case', () => {
  it('says everything the desk shows, with what is available and what is blocked', async () => {
    const { orderNo } = await createOrder({ shopId: 'desk' })
    const first = mustSucceed(await apply(orderNo))
    mustSucceed(await act(first.no, AGENT, { type: 'logContact', channel: 'CHAT', outcome: 'REACHED', note: '已说明' }))
    mustSucceed(await act(first.no, AGENT, { type: 'reject', reasonCode: 'OTHER', text: '不符合退款条件，详见说明。' }))
    const { no } = mustSucceed(await apply(orderNo))
    const view = await loadCase(scope, 'AGENT', no)
    expect(view).toMatchObject({
      attempt: 2,
      previousNo: first.no,
      buyer: { name: '王**' },
      consequence: { outcome: 'REFUND', amountFen: 12800, clause: 'R1.1' },
      blocked: [{ action: 'reject', refusal: { code: 'contactRequired', missing: 'NO_CONTACT' } }],
      lines: [{ title: '羊毛围巾 浅灰', paidFen: 12800, refundedFen: 0 }],
      buyerHistory: { refundedCount: 0 },
    })
    expect(view?.available).toContain('approve')
    expect(view?.timeline.map(({ type, attempt }) => `${type} ${attempt}`)).toEqual([
      'Applied 2',
      'Rejected 1',
      'ContactLogged 1',
      'Applied 1',
    ])
    expect((await loadCase(scope, 'AGENT', first.no))?.nextNo).toBe(no)
  })

  it('offers the retry of a stuck refund to a manager, and to nobody else in the shop', async () => {
    const { no } = await openCase('REFUND_ONLY', 'desk')
    mustSucceed(await act(no, AGENT, { type: 'approve' }))
    mustSucceed(await act(no, SYSTEM, { type: 'recordRefundStuck', error: 'gatewayUnreachable' }))
    expect((await loadCase(scope, 'MANAGER', no))?.available).toContain('retryRefund')
    expect((await loadCase(scope, 'AGENT', no))?.available).not.toContain('retryRefund')
    mustSucceed(await act(no, MANAGER, { type: 'retryRefund' }))
    expect(await loadCase(scope, 'MANAGER', no)).toMatchObject({ waitingOn: 'GATEWAY', lines: [{ refundedFen: 0 }] })
    mustSucceed(await act(no, SYSTEM, { type: 'recordRefundSuccess' }))
    expect(await loadCase(scope, 'MANAGER', no)).toMatchObject({ status: 'REFUNDED', lines: [{ refundedFen: 12800 }] })
  })

  it('that is overdue is settled before it is shown', async () => {
    const { no } = await openCase('REFUND_ONLY', 'desk')
    await dueIn(no, -1)
    expect(await loadCase(scope, 'AGENT', no)).toMatchObject({
      status: 'REFUNDING',
      refund: { origin: 'REVIEW_TIMEOUT' },
    })
  })
})
