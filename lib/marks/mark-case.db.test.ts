import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { loadQueue } from '@/lib/after-sales/queries'
import type { QueueFilter } from '@/lib/after-sales/views'
import { changeRole, deactivateMember } from '@/lib/members/change-members'
import { setActive } from '@/lib/members/store'
import { database, inTransaction } from '@/tests/support/access'
import { AGENT, act, eventsOf, mustSucceed, openCase, shopScope, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { marksOf, openStaffed, put, told } from '@/tests/support/marks'
import { hire } from '@/tests/support/staff'
import { undoMark } from './mark-case'

const db = useDatabase()

const FLAG = { kind: 'FLAG', flag: 'PRIORITY' } as const

describe('a mark', () => {
  test('is written down once, and only where it changes something', async () => {
    const { lin, zhou, ...of } = await openStaffed()
    const toLin = { kind: 'ASSIGN', userId: lin.userId } as const
    for (const mark of [toLin, toLin, FLAG, FLAG]) expect(await put(of, zhou, mark)).toEqual({ ok: true })
    expect(await put(of, lin, { kind: 'NOTE', text: '给到 30 元' })).toEqual({ ok: true })
    expect(await put(of, lin, { kind: 'FLAG', flag: null })).toEqual({ ok: true })
    expect(await put(of, lin, { kind: 'ASSIGN', userId: null })).toEqual({ ok: true })
    expect(await told(of)).toEqual([
      '周宁 assigned 林晓',
      '周宁 flagged PRIORITY',
      '林晓 noted 给到 30 元',
      '林晓 flagged -',
      '林晓 assigned -',
    ])
    expect(await marksOf(of)).toMatchObject({ assignee: null, flag: null })
  })

  test('makes nobody’s screen stale: a decision on what was shown before goes through, and leaves the mark', async () => {
    const { lin, ...of } = await openStaffed()
    const before = await stateOf(of.no)
    const events = await eventsOf(of.no)
    await put(of, lin, { kind: 'ASSIGN', userId: lin.userId })
    await put(of, lin, FLAG)
    expect(await stateOf(of.no)).toEqual(before)
    expect(await eventsOf(of.no)).toEqual(events)
    mustSucceed(await act(of.no, AGENT, { type: 'approve' }, { version: before.version }))
    expect(await marksOf(of)).toMatchObject({ assignee: { name: '林晓', active: true }, flag: 'PRIORITY' })
  })

  test('is told to every screen of the shop, what changes nothing is not', async () => {
    const { lin, ...of } = await openStaffed()
    const heard = await hear(async () => {
      await put(of, lin, FLAG)
      await put(of, lin, FLAG)
      await put(of, lin, { kind: 'NOTE', text: '看过了' })
    })
    expect(heard.filter((news) => news.includes(of.no))).toEqual(
      Array.from({ length: 2 }, () => JSON.stringify({ shopId: of.shopId, nos: [of.no] })),
    )
  })

  test('does not come upon another shop’s case, nor upon one that there is not', async () => {
    const { lin, shopId } = await openStaffed()
    const theirs = await openStaffed()
    const unknown = { ok: false, refusal: { code: 'caseUnknown' } }
    expect(await put({ shopId, no: theirs.no }, lin, FLAG)).toEqual(unknown)
    expect(await put({ shopId, no: 'AS0' }, lin, { kind: 'NOTE', text: '在吗' })).toEqual(unknown)
    expect(await told(theirs)).toEqual([])
  })

  test('can neither be changed nor deleted afterwards', async () => {
    const { lin, ...of } = await openStaffed()
    await put(of, lin, { kind: 'NOTE', text: '原话' })
    await expect(
      database.query(`UPDATE "DeskEntry" SET "data" = '{}' WHERE "afterSaleNo" = $1`, [of.no]),
    ).rejects.toThrow()
    await expect(database.query(`DELETE FROM "DeskEntry" WHERE "afterSaleNo" = $1`, [of.no])).rejects.toThrow()
  })
})

describe('who looks after a case', () => {
  test('works for its shop: nobody of another, nobody who left', async () => {
    const { lin, zhou, ...of } = await openStaffed()
    const stranger = await hire({ [(await openCase()).shopId]: 'AGENT' })
    await inTransaction((tx) => setActive(tx, { shopId: of.shopId, userId: lin.userId }, false))
    for (const userId of [stranger.userId, lin.userId, 'nobody'])
      expect(await put(of, zhou, { kind: 'ASSIGN', userId })).toEqual({
        ok: false,
        refusal: { code: 'assigneeUnknown' },
      })
    expect(await told(of)).toEqual([])
  })

  test('keeps it when he leaves the shop or is something else there, and is found by it', async () => {
    const { lin, zhou, ...of } = await openStaffed()
    await put(of, lin, { kind: 'ASSIGN', userId: lin.userId })
    const keeper = { shopId: of.shopId, actor: { role: 'MANAGER', id: zhou.userId } } as const
    expect(await changeRole(keeper, lin.userId, 'MANAGER')).toMatchObject({ ok: true })
    expect(await marksOf(of)).toMatchObject({ assignee: { name: '林晓', active: true } })
    expect(await deactivateMember(keeper, lin.userId)).toMatchObject({ ok: true })
    expect(await marksOf(of)).toMatchObject({ assignee: { name: '林晓', active: false } })
    const shown = async (assignee: NonNullable<QueueFilter['assignee']>) =>
      (await loadQueue(shopScope(of.shopId), { tab: 'MERCHANT', assignee }, { userId: zhou.userId })).rows.map(
        (row) => `${row.no} ${row.assignee?.name}`,
      )
    expect(await shown('OTHERS')).toEqual([`${of.no} 林晓`])
    expect(await shown({ userId: lin.userId })).toEqual([`${of.no} 林晓`])
    expect([...(await shown('ME')), ...(await shown('NONE'))]).toEqual([])
  })

  test('is one, though two give it away at the same moment', async () => {
    const { lin, zhou, ...of } = await openStaffed()
    for (let n = 0; n < 5; n++) {
      const both = [lin, zhou].map((one) => put(of, one, { kind: 'ASSIGN', userId: one.userId }))
      expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }])
      await put(of, lin, { kind: 'ASSIGN', userId: null })
    }
    // each took it from whom the one before had given it to
    const { rows } = await database.query<{ from: string | null; to: string | null }>(
      `SELECT "data" ->> 'from' AS "from", "data" ->> 'to' AS "to" FROM "DeskEntry" WHERE "afterSaleNo" = $1 ORDER BY "id"`,
      [of.no],
    )
    expect(rows.map(({ from }) => from)).toEqual([null, ...rows.slice(0, -1).map(({ to }) => to)])
  })

  test('has not left a moment before: giving him a case and putting him out wait for one another', async () => {
    for (let n = 0; n < 5; n++) {
      const { lin, zhou, ...of } = await openStaffed()
      const [given] = await Promise.all([
        put(of, zhou, { kind: 'ASSIGN', userId: lin.userId }),
        deactivateMember({ shopId: of.shopId, actor: { role: 'MANAGER', id: zhou.userId } }, lin.userId),
      ])
      const { assignee } = await marksOf(of)
      expect(assignee).toEqual(given.ok ? { userId: lin.userId, name: '林晓', active: false } : null)
    }
  })
})

describe('a note', () => {
  test('that is sent twice under one name stands there once; another text or no name is another', async () => {
    const { lin, ...of } = await openStaffed()
    const note = { kind: 'NOTE', text: '给到 30 元', key: 'n1' } as const
    await Promise.all([put(of, lin, note), put(of, lin, note), put(of, lin, note)])
    await put(of, lin, { ...note, text: '给到 35 元' })
    await put(of, lin, { kind: 'NOTE', text: '给到 30 元' })
    expect(await told(of)).toEqual(['林晓 noted 给到 30 元', '林晓 noted 给到 35 元', '林晓 noted 给到 30 元'])
  })

  test('keeps what is hostile as it was written', async () => {
    const { lin, ...of } = await openStaffed()
    const text = `<b>"'; DROP TABLE "DeskEntry"; --</b>\n{买家} \u202e反的 😀`
    await put(of, lin, { kind: 'NOTE', text })
    expect((await marksOf(of)).entries).toMatchObject([{ kind: 'NOTED', text }])
  })
})

describe('taking back', () => {
  const flagged = { put: FLAG, before: { kind: 'FLAG', flag: null } } as const

  test('makes it as it was, and is written down', async () => {
    const { lin, ...of } = await openStaffed()
    await put(of, lin, FLAG)
    const undo = () => inTransaction((tx) => undoMark(tx, { ...of, userId: lin.userId, ...flagged }))
    expect(await undo()).toEqual({ ok: true })
    expect(await told(of)).toEqual(['林晓 flagged PRIORITY', '林晓 flagged -'])
    expect(await undo()).toEqual({ ok: false, refusal: { code: 'markOvertaken' } })
  })

  test('leaves what a colleague put there since', async () => {
    const { lin, zhou, ...of } = await openStaffed()
    await put(of, lin, FLAG)
    await put(of, zhou, { kind: 'FLAG', flag: 'RISK' })
    const undone = await inTransaction((tx) => undoMark(tx, { ...of, userId: lin.userId, ...flagged }))
    expect(undone).toEqual({ ok: false, refusal: { code: 'markOvertaken' } })
    expect(await marksOf(of)).toMatchObject({ flag: 'RISK' })
  })
})

/** What every process is told while `act` runs. News come in the order of their commits, so the last closes the list. */
async function hear(act: () => Promise<void>): Promise<string[]> {
  const heard: string[] = []
  const client = new pg.Client({ connectionString: db.url() })
  await client.connect()
  try {
    await client.query('LISTEN afterdesk')
    const over = new Promise<void>((resolve) =>
      client.on('notification', ({ payload = '' }) => (payload === 'over' ? resolve() : heard.push(payload))),
    )
    await act()
    await database.query(`SELECT pg_notify('afterdesk', 'over')`)
    await over
    return heard
  } finally {
    await client.end()
  }
}
