import { createHash } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { GET } from '@/app/api/desk/files/[id]/route'
import { POST } from '@/app/api/desk/files/route'
import { database } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { AGENT, act, BUYER, createOrder, mustSucceed, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { BY_PLATFORM, fileRequest, jpeg, upload, useFiles } from '@/tests/support/files'

// What the browser sends: Next.js has it only within a request.
const sent = vi.hoisted(() => ({ cookies: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (sent.cookies.has(name) ? { value: sent.cookies.get(name) } : undefined),
  }),
}))

useDatabase()
useFiles()

const secret = 'a secret of the tests, long enough'
const MARK = createHash('sha256').update('-').digest('hex').slice(0, 16)
beforeAll(() => {
  process.env.AFTERDESK_SECRET = secret
  forgetEnv()
})
beforeEach(() => sent.cookies.clear())

async function signIn(
  id: string,
  { shops = [], support = false }: { shops?: string[]; support?: boolean },
): Promise<void> {
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "support") VALUES ($1, $1 || '@x.example', $1, '-', $2)
     ON CONFLICT DO NOTHING`,
    [id, support],
  )
  for (const shopId of shops)
    await database.query(
      `INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, 'AGENT') ON CONFLICT DO NOTHING`,
      [shopId, id],
    )
  sent.cookies.set('next-auth.session-token', await encode({ token: { sub: id, passwordMark: MARK }, secret }))
}

async function send(
  headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' },
  content?: Uint8Array | string,
) {
  const request = fileRequest(content ?? (await jpeg()), '开线.jpg')
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  const response = await POST(request)
  return { status: response.status, body: await response.json() }
}

async function read(id: string, query = '', method = 'GET'): Promise<Response> {
  return GET(new Request(`http://desk.test/api/desk/files/${id}${query}`, { method }), {
    params: Promise.resolve({ id }),
  })
}

it('takes a file of a member for the current shop, who can look at it and use it', async () => {
  const { no, shopId } = await openCase()
  await signIn('lin', { shops: [shopId] })
  const { status, body } = await send()
  expect([status, body]).toEqual([
    201,
    { id: expect.any(String), mediaType: 'image/jpeg', bytes: expect.any(Number), name: '开线.jpg' },
  ])
  const shown = await read(body.id)
  expect([shown.status, Number(shown.headers.get('content-length'))]).toEqual([200, body.bytes])
  expect((await shown.arrayBuffer()).byteLength).toBe(body.bytes)
  const small = await read(body.id, '?size=thumbnail')
  expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp'])
  const head = await read(body.id, '', 'HEAD')
  expect([head.status, await head.text(), Number(head.headers.get('content-length'))]).toEqual([200, '', body.bytes])
  const { rows } = await database.query(`SELECT "shopId", "side", "uploaderId" FROM "Attachment" WHERE "id" = $1`, [
    body.id,
  ])
  expect(rows).toEqual([{ shopId, side: 'MERCHANT', uploaderId: 'lin' }])
  mustSucceed(await act(no, AGENT, { type: 'sendMessage', text: '看', attachmentIds: [body.id] }))
})

it('shows files to members of the shop and to support, and to nobody else', async () => {
  const { no, shopId } = await openCase()
  const { shopId: elsewhere } = await createOrder()
  const { id } = await upload(BY_PLATFORM)
  const seenBy = async (who: string, as: Parameters<typeof signIn>[1]) => {
    await signIn(who, as)
    return (await read(id)).status
  }
  expect((await read(id)).status).toBe(401)
  expect(await seenBy('member', { shops: [shopId] })).toBe(404)
  mustSucceed(await act(no, BUYER, { type: 'sendMessage', text: '看', attachmentIds: [id] }))
  expect(await seenBy('member', { shops: [shopId] })).toBe(200)
  expect(await seenBy('stranger', { shops: [elsewhere] })).toBe(404)
  expect(await seenBy('support', { support: true })).toBe(200)
  expect((await read('x\0y')).status).toBe(404)
})

it('takes nothing that another site sends, and nothing from who is not signed in', async () => {
  const { shopId } = await createOrder()
  expect(await send()).toEqual({ status: 401, body: { code: 'unauthenticated' } })
  await signIn('lin', { shops: [shopId] })
  const refused = { status: 403, body: { code: 'crossOrigin' } }
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(await send({ 'Sec-Fetch-Site': site })).toEqual(refused)
  expect(await send({})).toEqual(refused)
  expect(await send({ Origin: 'https://evil.example', Host: 'desk.test' })).toEqual(refused)
  expect(await send({ Origin: 'null', Host: 'desk.test' })).toEqual(refused)
  expect((await send({ Origin: 'https://desk.test', Host: 'desk.test' })).status).toBe(201)
  await signIn('support', { support: true })
  expect((await send()).status).toBe(401)
})

it('says what is wrong with a file', async () => {
  const { shopId } = await createOrder()
  await signIn('lin', { shops: [shopId] })
  expect(await send(undefined, 'text')).toEqual({ status: 415, body: { code: 'unsupportedMediaType', path: 'file' } })
  expect(await send(undefined, '')).toEqual({ status: 422, body: { code: 'fileEmpty', path: 'file' } })
})
