import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { takeChanges, watchChanges } from '@/tests/support/api-fuzz/changes'
import { useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { useFiles } from '@/tests/support/files'
import { createShop, hire } from '@/tests/support/staff'
import { ACTIONS } from '@/tests/support/who-may'
import { ACTION_CALLS, type ActionCall } from './action-calls'
import { EVERYBODY, gather, may, type PersonName, standingOf } from './people'
import { findActions, findHiddenActions, loadFunction } from './surface'
import { furnish, MARK, type Names, unknownLike } from './things'

/** Every server action, by everybody, on what is the shop's, on what there is not, and on what is no name. */

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
  await furnish(shopId)
  const people = await gather(shopId)
  be = people.be
  await watchChanges()
})

beforeEach(async () => {
  await takeChanges()
})

test('every action stands in the table with a valid call, nothing else does, and none is hidden', async () => {
  expect(await findActions()).toEqual(Object.keys(ACTIONS).sort())
  const doors = Object.keys(ACTIONS).filter((action) => ACTIONS[action] !== 'ANYBODY')
  expect(Object.keys(ACTION_CALLS).sort()).toEqual(doors.sort())
  expect(findHiddenActions()).toEqual([])
})

type Outcome = { to: string } | { answer: unknown }

async function run(action: string, args: unknown[]): Promise<Outcome> {
  const [folder = '', name = ''] = action.split('/')
  const act = await loadFunction(`lib/${folder}/actions.ts`, name)
  try {
    return { answer: (await act(...args)) ?? null }
  } catch (error) {
    const to = error instanceof Error && /^to (\/\S*)$/.exec(error.message)?.[1]
    if (!to) throw error
    return { to }
  }
}

/** What was changed of the shop or of what is named; what somebody changes of his own is no matter. */
async function changesOf(names: Names): Promise<string[]> {
  const values = Object.values(names)
  return (await takeChanges())
    .filter(({ row }) => values.some((value) => JSON.stringify(row).includes(value)))
    .map(({ op, table }) => `${op} ${table}`)
}

const nameThing = async ({ thing }: ActionCall, userId: string): Promise<Names> => ({
  shopId,
  ...(await thing?.(shopId, userId)),
})

describe.each(Object.entries(ACTION_CALLS))('%s', (action, call) => {
  const who = ACTIONS[action] ?? 'ANYBODY'
  const does = (person: PersonName) => may(who, standingOf(person)) && isOfShop(who, person)
  // what nobody may touch is the same thing for all of them
  let untouched: Promise<Names> | undefined

  test.each(EVERYBODY.toSorted((a, b) => Number(does(a)) - Number(does(b))))('by %s', async (person) => {
    const standing = standingOf(person)
    if (!does(person)) untouched ??= nameThing(call, colleague)
    const names = await (does(person) ? nameThing(call, be(person)) : (untouched ?? {}))
    await takeChanges()
    be(person)
    const outcome = await run(action, call.args(names))
    const changed = await changesOf(names)
    if (does(person)) {
      expect(outcome).toEqual(toldOf(call))
      if (call.reads) expect(changed).toEqual([])
      else expect(changed).not.toEqual([])
      return
    }
    expect(changed).toEqual([])
    expect(JSON.stringify(outcome)).not.toContain(MARK)
    if (standing.out) return expect(outcome).toEqual({ to: '/sign-in' })
    be(person)
    await expectRefused(action, call, names, person, outcome)
  })

  test('by a manager, of what is no name', async () => {
    const names = await nameThing(call, colleague)
    for (const nonsense of [{ toString: 'x' }, "' OR 1=1 --", 'a\0b', '../x', ''.padEnd(500, 'x'), null]) {
      be('a manager')
      const faulty = Object.fromEntries(Object.keys(names).map((name) => [name, nonsense]))
      await takeChanges()
      const outcome = await run(action, call.args(faulty as Names))
      expect(await changesOf(names)).toEqual([])
      if (Object.keys(names).length > 1) expect(outcome).not.toMatchObject({ answer: { ok: true } })
    }
  })

  if (who === 'OWNER')
    test('by somebody of the shop, of what is a colleague’s', async () => {
      const names = await nameThing(call, colleague)
      await takeChanges()
      be('a manager')
      expect(await run(action, call.args(names))).toEqual(
        await run(action, call.args({ ...unknownLike(names), shopId })),
      )
      expect(await changesOf(names)).toEqual([])
    })
})

/** Whether he stands before the shop itself: at a desk that shows another he may, and finds nothing of this one. */
function isOfShop(who: string, person: PersonName): boolean {
  const { here, support } = standingOf(person)
  return who === 'DESK' ? here !== null : who === 'VIEWER' || here !== null || support
}

function toldOf({ tells }: ActionCall): unknown {
  if (tells === '/cases') return { to: '/cases' }
  if (tells === 'NOTHING') return { answer: null }
  return tells === 'AN_ANSWER' ? { answer: expect.anything() } : { answer: expect.objectContaining({ ok: true }) }
}

/** Somebody of the shop is told that it is not his to do. To everybody else there is no such thing. */
async function expectRefused(action: string, call: ActionCall, names: Names, person: PersonName, outcome: Outcome) {
  const { here, support } = standingOf(person)
  const who = ACTIONS[action]
  if ('to' in outcome) return expect(outcome.to).toBe(support ? '/disputes' : '/cases')
  if (here && who !== 'OWNER')
    return expect(outcome).toMatchObject({ answer: { ok: false, refusal: { code: 'notPermitted' } } })
  // at his own desk he may do it, and to nothing
  if (who !== 'DESK') expect(outcome).not.toMatchObject({ answer: { ok: true } })
  const unknown = unknownLike(names)
  const nowhere = await run(action, call.args(unknown))
  expect(blur(outcome, names.no)).toEqual(blur(nowhere, unknown.no))
}

/** Without what was asked for, and the ids that answers are given anew. */
function blur(outcome: Outcome, no = '-'): string {
  return JSON.stringify(outcome)
    .replaceAll(no, '<no>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
}
