import { describe, expect, test, vi } from 'vitest'
import { GET as getRun } from '@/app/api/desk/bulk/[id]/route'
import { GET as getRuns } from '@/app/api/desk/bulk/route'
import { prepareBulk, startBulk, stopBulk } from '@/lib/bulk/actions'
import type { BulkPreview, BulkResultPage, BulkRuns } from '@/lib/bulk/views'
import { signIn, signInAs, useBrowser } from '@/tests/support/browser'
import { openCases, workOffQueue } from '@/tests/support/bulk'
import { act, BUYER, mustSucceed, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
import { createShop, hire } from '@/tests/support/staff'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

const APPROVE = { type: 'approve' } as const
const UNKNOWN = { ok: false, refusal: { code: 'runUnknown' } }
const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** An agent, signed in, with so many open cases in his shop. */
async function arrange(count: number) {
  const shopId = await createShop()
  const userId = await signInAs('AGENT', shopId)
  return { shopId, userId, nos: await openCases(shopId, count) }
}

async function prepare(nos: readonly string[]): Promise<BulkPreview> {
  const outcome = await prepareBulk({ act: APPROVE, selection: { nos } })
  if (outcome.ok) return outcome.preview
  throw new Error(JSON.stringify(outcome))
}

const ask = (id: string, query = '') =>
  getRun(new Request(`http://desk/api/desk/bulk/${id}?${query}`), { params: Promise.resolve({ id }) })
const pageOf = async (id: string, query = ''): Promise<BulkResultPage> => (await ask(id, query)).json()
const runsOf = async (): Promise<BulkRuns> => (await getRuns()).json()

test('what is prepared, confirmed and done is shown to who did it', async () => {
  const { nos } = await arrange(2)
  mustSucceed(await act(nos[1] ?? '', BUYER, { type: 'withdraw' }))
  const { id } = await prepare(nos)
  expect((await runsOf()).runs).toEqual([])
  expect(await pageOf(id, 'state=EXCLUDED')).toMatchObject({ run: null, rows: [{ no: nos[1], state: 'EXCLUDED' }] })
  expect(await startBulk({ id })).toEqual({ ok: true })
  expect(await runsOf()).toMatchObject({ runs: [{ id, state: 'RUNNING', goes: 1, done: 0 }], now: expect.any(Number) })
  await workOffQueue()
  expect((await runsOf()).runs).toMatchObject([{ id, state: 'DONE', goes: 1, done: 1, by: { name: '周宁' } }])
  const answer = await ask(id)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toMatchObject({ run: { id, state: 'DONE' }, rows: [{ no: nos[0] }, { no: nos[1] }] })
})

test('results come page by page, of the states that are asked for', async () => {
  const { nos } = await arrange(60)
  const { id } = await prepare(nos)
  const first = await pageOf(id)
  expect(first.rows.map(({ no }) => no)).toEqual(nos.slice(0, 50))
  const second = await pageOf(id, `cursor=${first.nextCursor}`)
  expect(second.rows.map(({ no }) => no)).toEqual(nos.slice(50))
  expect(second.nextCursor).toBeNull()
  expect((await pageOf(id, 'state=PENDING&state=DONE')).rows).toHaveLength(50)
  expect((await pageOf(id, 'state=REFUSED&state=STOPPED')).rows).toEqual([])
  expect((await pageOf(id, 'state=NONSENSE&cursor=NONSENSE')).rows).toHaveLength(50)
})

describe('a run is its owner’s alone', () => {
  test.each(['a colleague', 'somebody of another shop'])('%s finds none of it', async (who) => {
    const { shopId, nos } = await arrange(1)
    const { id } = await prepare(nos)
    await signInAs('MANAGER', who === 'a colleague' ? shopId : await createShop())
    expect(await startBulk({ id })).toEqual(UNKNOWN)
    expect(await stopBulk({ id })).toEqual(UNKNOWN)
    expect((await ask(id)).status).toBe(404)
    expect((await runsOf()).runs).toEqual([])
  })

  test('in the shop that it is of: another one of his shows other runs', async () => {
    const [first, second] = [await createShop(), await createShop()]
    const { userId } = await hire({ [first]: 'AGENT', [second]: 'MANAGER' })
    await signIn(userId)
    sent.cookies.set('shop', first)
    const theirs = await openCases(second, 1)
    const { id, goes } = await prepare([...(await openCases(first, 1)), ...theirs])
    expect(goes).toBe(1)
    sent.cookies.set('shop', second)
    // the other tab has switched meanwhile: what was shown is what is confirmed
    expect(await startBulk({ id })).toEqual({ ok: true })
    expect((await runsOf()).runs).toEqual([])
    sent.cookies.set('shop', first)
    expect((await runsOf()).runs).toMatchObject([{ id }])
    await workOffQueue()
    expect((await stateOf(theirs[0] ?? '')).status).toBe('PENDING_REVIEW')
  })

  test.each(['nonsense', NOWHERE, ''])('and there is none called %j', async (id) => {
    await arrange(0)
    expect(await startBulk({ id })).toEqual(UNKNOWN)
    expect(await stopBulk({ id })).toEqual(UNKNOWN)
    expect((await ask(id)).status).toBe(404)
  })
})

test('whoever is not signed in is sent to do so', async () => {
  await expect(prepareBulk({ act: APPROVE, selection: { nos: [] } })).rejects.toThrow('to /sign-in')
  await expect(startBulk({ id: NOWHERE })).rejects.toThrow('to /sign-in')
  await expect(stopBulk({ id: NOWHERE })).rejects.toThrow('to /sign-in')
})

test.each<[string, unknown]>([
  [
    'another act',
    { act: { type: 'reject', reasonCode: 'OTHER', text: '不符合退款条件，请谅解' }, selection: { nos: ['AS1'] } },
  ],
  ['an act with more to it', { act: { type: 'approve', returnAddressId: 'x' }, selection: { nos: ['AS1'] } }],
  [
    'a call without its note',
    { act: { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: ' ' }, selection: { nos: ['AS1'] } },
  ],
  ['a text that is too long', { act: { type: 'sendMessage', text: '啊'.repeat(2001) }, selection: { nos: ['AS1'] } }],
  ['a text that cannot be stored', { act: { type: 'sendMessage', text: 'a\0b' }, selection: { nos: ['AS1'] } }],
  ['files', { act: { type: 'sendMessage', text: '好', attachmentIds: ['x'] }, selection: { nos: ['AS1'] } }],
  ['both selections', { act: APPROVE, selection: { nos: ['AS1'], query: '', except: [] } }],
  ['no selection', { act: APPROVE, selection: {} }],
  ['numbers that are none', { act: APPROVE, selection: { nos: ["AS1' OR 1=1"] } }],
  ['a filter that is none', { act: APPROVE, selection: { query: { tab: 'ALL' }, except: [] } }],
  ['nothing', null],
])('%s is no request', async (_, input) => {
  await arrange(0)
  // whatever a browser can be made to send
  expect(await prepareBulk(input as Parameters<typeof prepareBulk>[0])).toEqual({ ok: false, invalid: true })
})
