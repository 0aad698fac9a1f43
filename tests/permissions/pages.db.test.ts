import { beforeAll, describe, expect, test, vi } from 'vitest'
import { useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { useFiles } from '@/tests/support/files'
import { createShop, hire } from '@/tests/support/staff'
import { LAYOUTS, PAGES } from '@/tests/support/who-may'
import { makeEndpoint } from './endpoints'
import { openPage, openParts, textsOf } from './open-page'
import { EVERYBODY, gather, may, type PersonName, standingOf } from './people'
import { printPermissions } from './print-permissions'
import { listFiles, listNamed } from './surface'
import {
  furnish,
  MARK,
  type Maker,
  makeCase,
  makeDisputed,
  makeInvitation,
  makeStuck,
  type Names,
  unknownLike,
} from './things'

/** Every page with its layouts, by everybody, of what is the shop's, of what there is not, and of what is no name. */

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-CN', getTranslations: async () => () => '' }))

useDatabase()
useBrowser()
useFiles()

/** What a page names, where it names anything. */
const THINGS: { [page: string]: Maker } = {
  '(auth)/invite/[token]': makeInvitation,
  '(merchant)/cases/[no]': makeCase,
  '(merchant)/settings/webhooks/[id]': makeEndpoint,
  '(merchant)/shop-disputes/[no]': makeDisputed,
  '(support)/disputes/[no]': makeDisputed,
  '(support)/refunds': makeStuck,
}

let shopId = ''
let colleague = ''
let be: Awaited<ReturnType<typeof gather>>['be']
const named = new Map<string, Names>()

beforeAll(async () => {
  process.env.AFTERDESK_SECRET = 'a-secret-for-tests-0123456789-abcdef'
  shopId = await createShop(MARK)
  colleague = (await hire({ [shopId]: 'MANAGER' }, { name: MARK })).userId
  be = (await gather(shopId)).be
  await furnish(shopId)
  for (const [page, make] of Object.entries(THINGS)) named.set(page, await make(shopId, colleague))
})

test('every page and every layout stands in the table, nothing else does, and app holds nothing besides', () => {
  expect(listNamed('page.tsx')).toEqual(Object.keys(PAGES).sort())
  expect(listNamed('layout.tsx')).toEqual(Object.keys(LAYOUTS).sort())
  expect(Object.keys(PAGES).filter((page) => page.includes('[') && !THINGS[page])).toEqual([])
  const known = /(^|\/)((page|layout|loading|error|global-error|not-found)\.tsx|route\.ts|globals\.css|icon\.svg)$/
  expect(listFiles('app').filter((file) => !known.test(file))).toEqual([])
})

/** Where somebody lands who may not see a page, by where it is. */
function sentTo(page: string, person: PersonName): string {
  const { out, here, there, support } = standingOf(person)
  if (out) return '/sign-in'
  return page.startsWith('(merchant)') && support && !here && !there ? '/disputes' : '/cases'
}

describe.each(Object.entries(PAGES))('%s', (page, who) => {
  const names = () => named.get(page) ?? {}

  test.each(EVERYBODY)('by %s', async (person) => {
    const standing = standingOf(person)
    be(person)
    const seen = await openPage(page, names())
    if (who === 'ANYBODY') return
    if (may(who, standing) && (standing.here !== null || standing.support)) {
      if (page === '(merchant)/settings') return expect(seen).toEqual({ to: expect.stringMatching(/^\/settings\//) })
      return expect(seen).toHaveProperty('text')
    }
    // the frame names his shops
    if (standing.here === null) expect(textsOf(seen)).not.toContain(MARK)
    // a page is asked for without its layouts too: by itself it shows nothing more
    for (const part of await openParts(page, names())) expect(textsOf(part)).not.toContain(MARK)
    const atOther = { ...standing, here: standing.there, there: null }
    // he sends refunds of all his shops on their way
    if (page === '(support)/refunds' && may(who, atOther)) return expect(seen).toHaveProperty('text')
    // at a desk of another shop the same page shows that one
    if (standing.here === null && may(who === 'MEMBER' ? 'DESK' : who, atOther)) {
      if (!named.has(page)) return expect(seen).not.toEqual({ to: '/sign-in' })
      expect(seen).toEqual({ missing: true })
      return expect(await openPage(page, unknownLike(names()))).toEqual(seen)
    }
    expect(seen).toEqual({ to: sentTo(page, person) })
  })

  const thing = Object.keys(THINGS).includes(page) && page.includes('[') && who !== 'ANYBODY'
  if (thing)
    test.each(['a manager', 'support'] as const)(
      'by %s, of what there is not and of what is no name',
      async (person) => {
        if (!may(who, standingOf(person))) return
        be(person)
        expect(JSON.stringify(await openPage(page, names()))).toContain(page.includes('[id]') ? names().id : MARK)
        for (const value of ['AS00000000000', "' OR 1=1 --", 'a\0b', '../x', ''.padEnd(500, 'x')]) {
          be(person)
          const faulty = Object.fromEntries(Object.keys(names()).map((name) => [name, value]))
          expect(await openPage(page, faulty)).toEqual({ missing: true })
        }
      },
    )
})

test('the link of an invitation shows whose it is to who holds it, and another nothing', async () => {
  be('signed out')
  expect(textsOf(await openPage('(auth)/invite/[token]', named.get('(auth)/invite/[token]') ?? {}))).toContain(MARK)
  expect(textsOf(await openPage('(auth)/invite/[token]', { token: 'x'.repeat(43) }))).not.toContain(MARK)
})

test('permissions.md says what the tables say', async () => {
  await expect(printPermissions()).toMatchFileSnapshot('../../docs/permissions.md')
})
