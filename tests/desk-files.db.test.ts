import { expect, it, vi } from 'vitest'
import { GET } from '@/app/api/desk/files/[id]/route'
import { POST } from '@/app/api/desk/files/route'
import { database } from '@/tests/support/access'
import { hire, signIn, signInAs, useBrowser } from '@/tests/support/browser'
import { AGENT, act, BUYER, createOrder, mustSucceed, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { BY_PLATFORM, fileRequest, jpeg, upload, useFiles } from '@/tests/support/files'

vi.mock('next/headers', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()
useFiles()

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
  const userId = await signInAs('AGENT', shopId)
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
  expect(rows).toEqual([{ shopId, side: 'MERCHANT', uploaderId: userId }])
  mustSucceed(await act(no, AGENT, { type: 'sendMessage', text: '看', attachmentIds: [body.id] }))
})

it('shows files to members of the shop and to support, and to nobody else', async () => {
  const { no, shopId } = await openCase()
  const { shopId: elsewhere } = await createOrder()
  const { id } = await upload(BY_PLATFORM)
  const member = await hire({ shops: { [shopId]: 'AGENT' } })
  const seenBy = async (userId: string) => {
    await signIn(userId)
    return (await read(id)).status
  }
  expect((await read(id)).status).toBe(401)
  expect(await seenBy(member)).toBe(404)
  mustSucceed(await act(no, BUYER, { type: 'sendMessage', text: '看', attachmentIds: [id] }))
  expect(await seenBy(member)).toBe(200)
  expect(await seenBy(await hire({ shops: { [elsewhere]: 'AGENT' } }))).toBe(404)
  expect(await seenBy(await hire({ support: true }))).toBe(200)
  expect((await read('x\0y')).status).toBe(404)
})

it('takes nothing that another site sends, and nothing from who is not signed in', async () => {
  const { shopId } = await createOrder()
  expect(await send()).toEqual({ status: 401, body: { code: 'unauthenticated' } })
  await signInAs('AGENT', shopId)
  const refused = { status: 403, body: { code: 'crossOrigin' } }
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(await send({ 'Sec-Fetch-Site': site })).toEqual(refused)
  expect(await send({})).toEqual(refused)
  expect(await send({ Origin: 'https://evil.example', Host: 'desk.test' })).toEqual(refused)
  expect(await send({ Origin: 'null', Host: 'desk.test' })).toEqual(refused)
  expect((await send({ Origin: 'https://desk.test', Host: 'desk.test' })).status).toBe(201)
  await signIn(await hire({ support: true }))
  expect((await send()).status).toBe(401)
})

it('says what is wrong with a file', async () => {
  const { shopId } = await createOrder()
  await signInAs('AGENT', shopId)
  expect(await send(undefined, 'text')).toEqual({ status: 415, body: { code: 'unsupportedMediaType', path: 'file' } })
  expect(await send(undefined, '')).toEqual({ status: 422, body: { code: 'fileEmpty', path: 'file' } })
})
