import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { takeChanges, watchChanges } from '@/tests/support/api-fuzz/changes'
import { useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { useFiles } from '@/tests/support/files'
import { createShop, hire } from '@/tests/support/staff'
import { ROUTES, type Who } from '@/tests/support/who-may'
import { EVERYBODY, gather, may, type PersonName, standingOf } from './people'
import { ROUTE_CALLS, type RouteCall } from './route-calls'
import { findRoutes, listNamed, loadFunction } from './surface'
import { furnish, MARK, type Names, unknownLike } from './things'

/** Every route, by everybody, on what is the shop's, on what there is not, and on what is no name. */

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-CN', getTranslations: async () => () => '' }))

useDatabase()
useBrowser()
useFiles()

let shopId = ''
let colleague = ''
let be: Awaited<ReturnType<typeof gather>>['be']

beforeAll(async () => {
  process.env.AFTERDESK_SECRET = 'a-secret-for-tests-0123456789-abcdef'
  shopId = await createShop(MARK)
  colleague = (await hire({ [shopId]: 'MANAGER' }, { name: MARK })).userId
  be = (await gather(shopId)).be
  await furnish(shopId)
  await watchChanges()
})

beforeEach(async () => {
  await takeChanges()
})

test('every route stands in the table with a valid request, and nothing else does', async () => {
  expect(await findRoutes()).toEqual(Object.keys(ROUTES).sort())
  const doors = Object.keys(ROUTES).filter((route) => !['ANYBODY', 'KEY', 'SIGNED'].includes(ROUTES[route] ?? ''))
  expect(Object.keys(ROUTE_CALLS).sort()).toEqual(doors.sort())
  expect(listNamed('route.tsx')).toEqual([])
})

type Answer = { status: number; type: string | null; text: string }

async function ask(route: string, names: Names, call: RouteCall = {}): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ')
  const params = [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => [name, names[name]])
  const filled = path.replace(/\[(\w+)\]/g, (_, name) => encodeURIComponent(names[name] ?? ''))
  const url = `http://desk.test/api/${filled}?${new URLSearchParams(call.search?.(names))}`
  const request = call.send
    ? await call.send(url, names)
    : new Request(url, { method, headers: { 'sec-fetch-site': 'same-origin' } })
  const handle = await loadFunction(`app/api/${path}/route.ts`, method)
  const answer = await handle(request, { params: Promise.resolve(Object.fromEntries(params)) })
  if (!(answer instanceof Response)) throw new Error('no answer')
  const type = answer.headers.get('content-type')
  // a stream ends when nobody wants it any more
  if (type === 'text/event-stream') await answer.body?.cancel()
  return { status: answer.status, type, text: type === 'text/event-stream' ? '' : await answer.text() }
}

const nameThing = async ({ thing }: RouteCall, userId: string): Promise<Names> => ({
  shopId,
  ...(await thing?.(shopId, userId)),
})

/** Whose desk shows the shop, or who need not have one for it. */
const isOfShop = (who: Who, person: PersonName) => who !== 'DESK' || standingOf(person).here !== null

describe.each(Object.entries(ROUTE_CALLS))('%s', (route, call) => {
  const given = ROUTES[route]
  const who: Who = given === undefined || given === 'KEY' || given === 'SIGNED' ? 'ANYBODY' : given

  // whoever reads it, it stays the same thing
  let theirs: Promise<Names> | undefined

  test.each(EVERYBODY)('by %s', async (person) => {
    const standing = standingOf(person)
    const permitted = may(who, standing)
    theirs ??= nameThing(call, colleague)
    const names = await (who === 'OWNER' && permitted ? nameThing(call, be(person)) : theirs)
    await takeChanges()
    be(person)
    const answer = await ask(route, names, call)
    if (permitted) expect(answer.status).toBe(call.status ?? 200)
    // what is his own shop's, and nothing of this one
    if (permitted && isOfShop(who, person)) {
      const reads = call.shows && (who !== 'VIEWER' || standing.here !== null)
      return reads ? expect(answer.text).toContain(MARK) : undefined
    }
    expect(answer.text).not.toContain(MARK)
    expect(await takeChanges()).toEqual([])
    if (permitted) return
    if (standing.out) return expect(answer.status).toBe(401)
    const inside = standing.here !== null
    if (call.refusal?.inside === undefined || !inside) return expectUnknown(person, answer, names)
    expect(answer.status).toBe(call.refusal.inside)
  })

  /** Support that works nowhere has no desk; to everybody else it is as if there were no such thing. */
  async function expectUnknown(person: PersonName, answer: Answer, names: Names): Promise<void> {
    const { support, here, there } = standingOf(person)
    const deskless = support && !here && !there
    expect([call.refusal?.outside, ...(deskless ? [401] : [])]).toContain(answer.status)
    be(person)
    expect(answer).toEqual(await ask(route, unknownLike(names), call))
  }

  test('of what is no name', async () => {
    const names = await nameThing(call, colleague)
    await takeChanges()
    for (const nonsense of ["' OR 1=1 --", 'a\0b', '../x', ''.padEnd(500, 'x')]) {
      be('a manager')
      const faulty = Object.fromEntries(Object.keys(names).map((name) => [name, nonsense]))
      const answer = await ask(route, faulty, call)
      expect(answer.status).toBeLessThan(500)
      expect(await takeChanges()).toEqual([])
    }
  })

  if (who === 'OWNER')
    test('by somebody of the shop, of what is a colleague’s', async () => {
      const names = await nameThing(call, colleague)
      be('a manager')
      expect(await ask(route, names, call)).toEqual(await ask(route, unknownLike(names), call))
    })
})

describe.each(Object.keys(ROUTES).filter((route) => ROUTES[route] === 'KEY' || ROUTES[route] === 'SIGNED'))(
  '%s',
  (route) => {
    test.each(EVERYBODY)('is not opened by being %s', async (person) => {
      be(person)
      const [method = '', path = ''] = route.split(' ')
      const handle = await loadFunction(`app/api/${path}/route.ts`, method)
      const url = `http://desk.test/api/${path.replace('[[...path]]', `shops/${shopId}`)}`
      const answer = await handle(new Request(url, { method, body: method === 'POST' ? '{}' : null }))
      if (!(answer instanceof Response)) throw new Error('no answer')
      expect([401, 404, 405]).toContain(answer.status)
      expect(await answer.text()).not.toContain(MARK)
      expect(await takeChanges()).toEqual([])
    })
  },
)
