import { expect, test, vi } from 'vitest'
import { GET, POST } from '@/app/api/desk/presence/route'
import { hire, signIn, useBrowser } from '@/tests/support/browser'
import { openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createShop } from '@/tests/support/staff'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

const TAB = 'a'.repeat(32)

/** A shop with a case and two agents, nobody of them signed in. */
async function arrange() {
  const shopId = await createShop()
  const [zhou, lin] = [await hire({ shops: { [shopId]: 'AGENT' } }), await hire({ shops: { [shopId]: 'AGENT' } })]
  return { zhou, lin, no: (await openCase('REFUND_ONLY', shopId)).no }
}

async function say(body: unknown, headers: Record<string, string> = {}): Promise<number> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const length = String(Buffer.byteLength(text))
  const sentBy = { 'sec-fetch-site': 'same-origin', 'content-length': length, ...headers }
  return (await POST(new Request('http://desk.test/x', { method: 'POST', body: text, headers: sentBy }))).status
}

test('a colleague is told who is at a case, until he leaves it', async () => {
  const { zhou, lin, no } = await arrange()
  await signIn(zhou)
  expect(await say({ tabId: TAB, no })).toBe(204)
  await signIn(lin)
  const answer = await GET()
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toEqual({ [no]: [{ userId: zhou, name: '周宁' }] })
  await signIn(zhou)
  expect(await (await GET()).json()).toEqual({})
  expect(await say({ tabId: TAB, no: null })).toBe(204)
  await signIn(lin)
  expect(await (await GET()).json()).toEqual({})
})

test('another shop’s case is no case, and support works for no shop', async () => {
  const { no } = await arrange()
  const other = await arrange()
  await signIn(other.zhou)
  expect(await say({ tabId: TAB, no })).toBe(404)
  expect(await say({ tabId: TAB, no: 'AS-none' })).toBe(404)
  await signIn(await hire({ support: true }))
  expect(await say({ tabId: TAB, no })).toBe(401)
  expect((await GET()).status).toBe(401)
})

test('what is no such sentence is refused, and so is another site’s', async () => {
  const { zhou, no } = await arrange()
  await signIn(zhou)
  expect(await say('')).toBe(400)
  expect(await say('{"tabId"')).toBe(400)
  expect(await say({ tabId: 'mine', no })).toBe(400)
  expect(await say({ tabId: TAB, no: "'; --" })).toBe(400)
  expect(await say({ tabId: TAB, no, userId: 'somebody' })).toBe(400)
  expect(await say({ tabId: TAB, no, more: 'x'.repeat(300) })).toBe(400)
  expect(await say({ tabId: TAB, no }, { 'sec-fetch-site': 'cross-site' })).toBe(403)
})
