import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createEndpoint } from '@/lib/webhooks/endpoint-store'
import { database, inTransaction } from '@/tests/support/access'
import { hire, signIn, useBrowser } from '@/tests/support/browser'
import { MANAGER, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { allowPrivateTargets } from '@/tests/support/webhooks'
import { ACTIONS, ROUTES } from '@/tests/support/who-may'

/** What belongs to the shop's managers: nobody else sees or does any of it, and nothing is forgotten here. */

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-CN', getTranslations: async () => () => '' }))

useDatabase()
useBrowser()

type Callable = (...args: unknown[]) => Promise<unknown>
type Module = Record<string, Callable>

const ROOT = join(import.meta.dirname, '..')
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

function filesNamed(folder: string, name: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .map((path) => path.slice(0, -name.length).replace(/\/$/, ''))
    .sort()
}

async function load(path: string): Promise<Module> {
  return import(join(ROOT, path))
}

const OWN = 'shop-own'
const OTHER = 'shop-other'
const people: Record<string, string> = {}
const PEOPLE = {
  'an agent of the shop': { shops: { [OWN]: 'AGENT' } },
  'an agent here who manages another shop': { shops: { [OWN]: 'AGENT', [OTHER]: 'MANAGER' } },
  'a manager of another shop': { shops: { [OTHER]: 'MANAGER' } },
  support: { support: true },
  'a manager of the shop': { shops: { [OWN]: 'MANAGER' } },
} as const
type Person = keyof typeof PEOPLE
const AGENTS = ['an agent of the shop', 'an agent here who manages another shop'] as const
const STRANGERS = ['a manager of another shop', 'support'] as const

const be = (person: Person) => signIn(people[person] ?? '')

let endpointId = ''
/** The shop has an endpoint, and a case that was told there. */
beforeAll(async () => {
  for (const [person, what] of Object.entries(PEOPLE)) people[person] = await hire(what)
  allowPrivateTargets()
  const owner = { shopId: OWN, actor: MANAGER }
  const endpoint = { url: 'https://127.0.0.1/hook', types: null }
  const made = await inTransaction((tx) => createEndpoint(tx, owner, endpoint))
  if (made === 'full') throw new Error('there are too many endpoints')
  endpointId = made.id
  await openCase('REFUND_ONLY', OWN)
})

const modules = filesNamed('lib', 'actions.ts')
const routes = filesNamed('app/api/desk', 'route.ts')
const pages = filesNamed('app/(merchant)/settings', 'page.tsx')

test('every action and every route of the desk stands in the table, and nothing else does', async () => {
  const actions = await Promise.all(
    modules.map(async (module) =>
      Object.keys(await load(`lib/${module}/actions.ts`)).map((name) => `${module}/${name}`),
    ),
  )
  expect(actions.flat().sort()).toEqual(Object.keys(ACTIONS).sort())
  const methods = await Promise.all(
    routes.map(async (route) =>
      Object.keys(await load(`app/api/desk/${route}/route.ts`))
        .filter((name) => METHODS.includes(name))
        .map((method) => `${method} ${route}`),
    ),
  )
  expect(methods.flat().sort()).toEqual(Object.keys(ROUTES).sort())
})

describe.each(
  Object.entries(ACTIONS).flatMap(([action, who]) => (typeof who === 'object' ? [{ action, ...who }] : [])),
)('$action', ({ action, managersOf }) => {
  async function call(shopId: string): Promise<unknown> {
    const [module, name = ''] = action.split('/')
    return (await load(`lib/${module}/actions.ts`))[name]?.(managersOf(shopId))
  }

  test.each(AGENTS)('%s is refused by name', async (person) => {
    await be(person)
    expect(await call(OWN)).toEqual({ ok: false, refusal: { code: 'notPermitted' } })
  })

  test.each(STRANGERS)('for %s there is no such shop', async (person) => {
    await be(person)
    const answer = await call(OWN)
    expect(answer).toMatchObject({ ok: false })
    expect(answer).toEqual(await call('shop-nowhere'))
    expect(JSON.stringify(answer)).not.toMatch(/notPermitted|invalid/)
  })

  test('whoever is not signed in is sent to do so', async () => {
    await expect(call(OWN)).rejects.toThrow('to /sign-in')
  })

  test('a manager gets past the door', async () => {
    await be('a manager of the shop')
    expect(JSON.stringify(await call(OWN))).not.toMatch(/notPermitted|invalid|shopUnknown/)
  })
})

describe.each(Object.entries(ROUTES))('%s', (route, who) => {
  async function call(): Promise<number> {
    const [method = '', path = ''] = route.split(' ')
    const request = new Request(`http://desk.test/api/desk/${path}?shop=${OWN}&lane=TO_RULE&column=TODO`, {
      method,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    const params = Promise.resolve({ id: endpointId, deliveryId: await findDelivery() })
    const answer = await (await load(`app/api/desk/${path}/route.ts`))[method]?.(request, { params })
    if (!(answer instanceof Response)) throw new Error('no answer')
    await answer.body?.cancel()
    return answer.status
  }

  test('whoever is not signed in gets 401', async () => {
    expect(await call()).toBe(401)
  })

  if (who === 'MANAGER') {
    test.each([...AGENTS, ...STRANGERS])('%s gets nothing', async (person) => {
      await be(person)
      expect([403, 404]).toContain(await call())
    })
    test('a manager of the shop does', async () => {
      await be('a manager of the shop')
      expect(await call()).toBe(200)
    })
  }
  if (who === 'SUPPORT')
    test.each(['an agent of the shop', 'a manager of the shop'] as const)('%s gets nothing', async (person) => {
      await be(person)
      expect(await call()).toBe(401)
    })
  if (who === 'MEMBER')
    test('support, which works for no shop, gets nothing', async () => {
      await be('support')
      expect(await call()).toBe(401)
    })
})

describe.each(
  pages.map((page) => ({ page: page || 'the first page', path: join('app/(merchant)/settings', page, 'page.tsx') })),
)('settings: $page', ({ path }) => {
  async function open(): Promise<unknown> {
    const params = Promise.resolve({ id: endpointId })
    return (await load(path)).default?.({ params, searchParams: Promise.resolve({}) })
  }

  test.each([
    ['an agent of the shop', '/cases'],
    ['support', '/disputes'],
    ['nobody', '/sign-in'],
  ] as const)('%s is sent to %s', async (person, to) => {
    if (person !== 'nobody') await be(person)
    const gate = (await load('app/(merchant)/settings/layout.tsx')).default
    await expect(gate?.({ children: null })).rejects.toThrow(`to ${to}`)
    // a page may lead to another one, and shows nothing by itself either: layouts are not asked at every step
    await expect(open()).rejects.toThrow(new RegExp(`^to (${to}|/settings/)`))
  })
})

async function findDelivery(): Promise<string> {
  const { rows } = await database.query<{ id: string }>(`SELECT "id" FROM "WebhookDelivery" WHERE "endpointId" = $1`, [
    endpointId,
  ])
  return rows[0]?.id ?? ''
}
