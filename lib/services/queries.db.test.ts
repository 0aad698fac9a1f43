import { describe, expect, it } from 'vitest'
import type { Actor, AfterSale } from '@/lib/after-sales/domain/after-sale'
import type { Command } from '@/lib/after-sales/domain/commands'
import type { ServiceType } from '@/lib/after-sales/domain/service'
import type { Scope } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { database } from '@/tests/support/access'
import {
  AGENT,
  act,
  apply,
  BUYER,
  createOrder,
  DAY,
  HOUR,
  moveClock,
  mustSucceed,
  shopScope,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { listen } from '@/tests/support/statements'
import { countServices, loadServices } from './queries'
import type { ServiceColumn } from './views'

useDatabase()

async function newShop() {
  const { shopId } = await createOrder()
  return { shopId, scope: shopScope(shopId) }
}

async function open(shopId: string, type: ServiceType, ...steps: [Actor, Command][]): Promise<AfterSale> {
  const { orderNo } = await createOrder({ shopId })
  const lines = [{ lineNo: 1, quantity: 2 }]
  let state = mustSucceed(await apply(orderNo, { type, lines, reason: 'MALFUNCTION', description: '一开就响' }))
  for (const [actor, command] of steps) state = mustSucceed(await act(state.no, actor, command))
  return state
}

const PARCEL = { carrier: '顺丰', trackingNo: 'SF1447209366182' }
const ANSWERED: [Actor, Command] = [AGENT, { type: 'recordServiceStep', step: 'ANSWERED', note: '约周六上午' }]
const RECEIVED: [Actor, Command] = [AGENT, { type: 'recordServiceStep', step: 'GOODS_RECEIVED', ...PARCEL }]
const SENT_BACK: [Actor, Command] = [
  AGENT,
  { type: 'recordServiceStep', step: 'SENT_BACK', note: '换了电机', ...PARCEL },
]
const PERFORMED: [Actor, Command] = [AGENT, { type: 'recordServiceStep', step: 'PERFORMED' }]
const CONFIRMED: [Actor, Command] = [BUYER, { type: 'recordServiceStep', step: 'DONE' }]
const DISPUTED: [Actor, Command] = [BUYER, { type: 'openDispute', reason: 'AGREEMENT_BROKEN', statement: '一直没来' }]

async function numbersIn(scope: Scope, column: ServiceColumn, type?: ServiceType): Promise<string[]> {
  return (await loadServices(scope, column, { type })).rows.map(({ no }) => no)
}

describe('a column', () => {
  it('holds what is overdue, then what ends soonest, then the oldest', async () => {
    const { shopId, scope } = await newShop()
    const oldRepair = await open(shopId, 'REPAIR')
    const overdue = await open(shopId, 'COMPLAINT')
    await moveClock(30 * HOUR)
    const exchange = await open(shopId, 'EXCHANGE')
    const soon = await open(shopId, 'INSTALLATION')
    await moveClock(21 * HOUR)
    const later = await open(shopId, 'TRAINING')
    const { rows, now } = await loadServices(scope, 'TODO', {})
    expect(rows.map(({ no }) => no)).toEqual([overdue.no, soon.no, later.no, oldRepair.no, exchange.no])
    expect(rows.map(({ clock }) => clock && clock.dueAt < now)).toEqual([true, false, false, null, null])
    expect(rows[0]).toMatchObject({ clock: { kind: 'SERVICE_ANSWER', limitMs: 48 * HOUR }, consequence: null })
  })

  it('merges its steps in one order', async () => {
    const { shopId, scope } = await newShop()
    const performed = await open(shopId, 'REPAIR', PERFORMED)
    await moveClock(HOUR)
    const sentBack = await open(shopId, 'REPAIR', RECEIVED, SENT_BACK)
    await moveClock(HOUR)
    const performedLate = await open(shopId, 'TRAINING', ANSWERED, PERFORMED)
    const answered = await open(shopId, 'SETUP', ANSWERED)
    const received = await open(shopId, 'EXCHANGE', RECEIVED)
    expect(await numbersIn(scope, 'CONFIRM')).toEqual([performed.no, sentBack.no, performedLate.no])
    expect(await numbersIn(scope, 'ACTIVE')).toEqual([answered.no, received.no])
  })

  it('says what a row needs', async () => {
    const { shopId, scope } = await newShop()
    const asked = await open(shopId, 'REPAIR')
    const sent = await open(shopId, 'EXCHANGE', RECEIVED, SENT_BACK, [
      BUYER,
      { type: 'sendMessage', text: '什么时候到' },
    ])
    const [todo] = (await loadServices(scope, 'TODO', {})).rows
    expect(todo).toEqual({
      no: asked.no,
      type: 'REPAIR',
      serviceStep: 'AGREED',
      title: '羊毛围巾 浅灰',
      furtherLines: 0,
      quantity: 2,
      buyerName: '王**',
      clock: null,
      consequence: null,
      reachedAt: asked.openedAt,
      openedAt: asked.openedAt,
      lastWord: { by: 'BUYER', text: '一开就响' },
      waybill: null,
      unread: false,
      byItself: false,
    })
    expect((await loadServices(scope, 'CONFIRM', {})).rows[0]).toMatchObject({
      no: sent.no,
      serviceStep: 'SENT_BACK',
      clock: { kind: 'SERVICE_CONFIRM', limitMs: 10 * DAY },
      consequence: { outcome: 'COMPLETE', clause: 'R3.3' },
      lastWord: { by: 'STEP', text: '换了电机' },
      waybill: PARCEL,
      unread: true,
    })
  })

  it('tells what was agreed of a service that took the place of a return', async () => {
    const { shopId, scope } = await newShop()
    const { orderNo } = await createOrder({ shopId })
    const { no } = mustSucceed(await apply(orderNo, { type: 'RETURN_REFUND' }))
    mustSucceed(await act(no, AGENT, { type: 'proposeService', kind: 'EXCHANGE', note: '换一件新的，运费我们出' }))
    expect(await numbersIn(scope, 'TODO')).toEqual([])
    mustSucceed(await act(no, BUYER, { type: 'answerProposal', accept: true }))
    const { rows } = await loadServices(scope, 'TODO', {})
    expect(rows).toMatchObject([{ type: 'EXCHANGE', lastWord: { by: 'PROPOSAL', text: '换一件新的，运费我们出' } }])
    expect(rows[0]?.no).not.toBe(no)
  })

  it('goes on page by page through all its steps, without a gap', async () => {
    const { shopId, scope } = await newShop()
    const due: string[] = []
    for (let n = 0; n < 33; n++) {
      due.push((await open(shopId, 'SETUP', ANSWERED)).no)
      due.push((await open(shopId, 'REPAIR', RECEIVED)).no)
    }
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await loadServices(scope, 'ACTIVE', {}, cursor ?? undefined)
      seen.push(...page.rows.map(({ no }) => no))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(due)
    expect((await loadServices(scope, 'ACTIVE', {}, 'nonsense')).rows).toHaveLength(30)
    expect(await countServices(scope)).toMatchObject({ TODO: 0, ACTIVE: 66 })
    expect(await countServices(scope, { type: 'SETUP' })).toMatchObject({ ACTIVE: 33 })
  })
})

describe('the board', () => {
  it("never shows another shop's services", async () => {
    const [mine, theirs] = [await newShop(), await newShop()]
    for (const steps of [[], [RECEIVED], [PERFORMED], [PERFORMED, CONFIRMED], [DISPUTED]] as [Actor, Command][][])
      await open(theirs.shopId, 'REPAIR', ...steps)
    for (const column of ['TODO', 'ACTIVE', 'CONFIRM', 'DONE'] as const) {
      expect(await numbersIn(theirs.scope, column)).toHaveLength(1)
      expect(await numbersIn(mine.scope, column)).toEqual([])
    }
    expect(await countServices(theirs.scope)).toEqual({ TODO: 1, ACTIVE: 1, CONFIRM: 1, DISPUTED: 1 })
    expect(await countServices(mine.scope)).toEqual({ TODO: 0, ACTIVE: 0, CONFIRM: 0, DISPUTED: 0 })
  })

  it('leaves to the platform what it was asked to decide, and takes it back', async () => {
    const { shopId, scope } = await newShop()
    const { no } = await open(shopId, 'COMPLAINT', DISPUTED)
    expect(await countServices(scope)).toMatchObject({ TODO: 0, DISPUTED: 1 })
    mustSucceed(await act(no, BUYER, { type: 'withdrawDispute' }))
    expect(await countServices(scope)).toMatchObject({ TODO: 1, DISPUTED: 0 })
  })

  it('holds no refunds and no returns, a proposal or not', async () => {
    const { shopId, scope } = await newShop()
    const { orderNo } = await createOrder({ shopId })
    const { no } = mustSucceed(await apply(orderNo, { type: 'RETURN_REFUND' }))
    mustSucceed(await act(no, AGENT, { type: 'proposeService', kind: 'REPAIR', note: '寄回修理' }))
    mustSucceed(await act(no, AGENT, { type: 'openDispute', reason: 'OTHER', statement: '说不清' }))
    expect(await countServices(scope)).toEqual({ TODO: 0, ACTIVE: 0, CONFIRM: 0, DISPUTED: 0 })
  })

  it('is narrowed to a type in every column', async () => {
    const { shopId, scope } = await newShop()
    await open(shopId, 'REPAIR')
    const exchange = await open(shopId, 'EXCHANGE')
    const done = await open(shopId, 'EXCHANGE', PERFORMED, CONFIRMED)
    await open(shopId, 'REPAIR', PERFORMED, CONFIRMED)
    expect(await numbersIn(scope, 'TODO', 'EXCHANGE')).toEqual([exchange.no])
    expect(await numbersIn(scope, 'DONE', 'EXCHANGE')).toEqual([done.no])
    expect(await countServices(scope, { type: 'EXCHANGE' })).toMatchObject({ TODO: 1 })
  })

  it('settles what is over before it is read, and shows it as done for a week, newest first', async () => {
    const { shopId, scope } = await newShop()
    const silent = await open(shopId, 'REPAIR', PERFORMED)
    await moveClock(10 * DAY + 1000)
    expect(await countServices(scope)).toMatchObject({ CONFIRM: 0 })
    const confirmed = await open(shopId, 'REPAIR', PERFORMED, CONFIRMED)
    const { rows } = await loadServices(scope, 'DONE', {})
    expect(rows).toMatchObject([
      { no: confirmed.no, byItself: false, serviceStep: 'DONE' },
      { no: silent.no, byItself: true },
    ])
    await moveClock(7 * DAY)
    expect(await numbersIn(scope, 'DONE')).toEqual([])
  })
})

it('reads a column by its index, in its order, however many services there are', async () => {
  const { shopId, scope } = await newShop()
  const { no } = await open(shopId, 'SETUP', ANSWERED)
  await copyCase(no, 2000)
  const { sent: asked } = await listen(async () => {
    const { nextCursor } = await loadServices(scope, 'ACTIVE', {})
    await loadServices(scope, 'ACTIVE', {}, nextCursor ?? '')
  })
  const reads = asked.filter(({ sql }) => sql.startsWith('WITH page'))
  expect(reads).toHaveLength(2)
  for (const { sql, params } of reads) {
    const { rows } = await within(scope).query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (FORMAT JSON) ${sql}`,
      params,
    )
    const nodes = rows.flatMap((row) => flatten(row['QUERY PLAN'][0].Plan))
    const scans = nodes.filter((node) => node['Relation Name'] === 'AfterSale').map((node) => node['Index Name'])
    expect(scans).toEqual(['AfterSale_service', 'AfterSale_service'])
    // what is merged comes in order already
    expect(nodes.find((node) => node['Node Type'] === 'Merge Append')).toBeDefined()
  }
})

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] }

function flatten(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flatten)]
}

/** So many more of it; nobody reads their goods. */
async function copyCase(no: string, count: number): Promise<void> {
  const { rows } = await database.query<{ column: string }>(
    `SELECT "column_name" AS "column" FROM information_schema.columns
     WHERE "table_name" = 'AfterSale' AND "is_generated" = 'NEVER' AND "table_schema" = 'public'`,
  )
  const columns = rows.map(({ column }) => `"${column}"`).join(', ')
  await database.query(
    `INSERT INTO "AfterSale" (${columns}) SELECT ${columns} FROM (
       SELECT r.* FROM "AfterSale" t CROSS JOIN generate_series(1, $2) n
       CROSS JOIN LATERAL jsonb_populate_record(NULL::"AfterSale", to_jsonb(t) || jsonb_build_object('no', t."no" || '-' || n)) r
       WHERE t."no" = $1) q`,
    [no, count],
  )
  await database.query('ANALYZE "AfterSale"')
}
