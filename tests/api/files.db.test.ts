import sharp from 'sharp'
import { expect, it, test } from 'vitest'
import { route } from '@/lib/api/router'
import { database } from '@/tests/support/access'
import {
  at,
  call,
  createCase,
  createShop,
  get,
  mustBe,
  PLATFORM_KEY,
  post,
  problemOf,
  type Reply,
  text,
  useApi,
} from '@/tests/support/api'
import { checkAnswer } from '@/tests/support/contract'
import { useDatabase } from '@/tests/support/database'
import { fileRequest, jpeg, multipart, useFiles } from '@/tests/support/files'

useDatabase()
useApi()
const files = useFiles()

/** Sends a multipart body to /files. */
async function send(made: Request, key: string | null = PLATFORM_KEY, headers: Record<string, string> = {}) {
  const request = new Request('http://afterdesk.test/api/v1/files', made)
  if (key !== null) request.headers.set('Authorization', `Bearer ${key}`)
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  const response = await route(request)
  const reply: Reply = { status: response.status, headers: response.headers, body: await response.json() }
  checkAnswer('POST', '/api/v1/files', reply)
  return reply
}

async function sendPhoto(key?: string): Promise<string> {
  return text(mustBe(201, await send(fileRequest(await jpeg()), key)), 'id')
}

async function read(path: string, key: string, method = 'GET') {
  const headers = { Authorization: `Bearer ${key}` }
  const response = await route(new Request(`http://afterdesk.test/api/v1/${path}`, { method, headers }))
  const content = Buffer.from(await response.arrayBuffer())
  const body = response.headers.get('content-type')?.endsWith('json') ? JSON.parse(content.toString()) : null
  checkAnswer(method, `/api/v1/${path}`, { status: response.status, headers: response.headers, body })
  return { status: response.status, headers: response.headers, content }
}

it('takes a photo and gives it to a case, which says so', async () => {
  const { shopId, agent } = await createShop()
  const sent = mustBe(201, await send(fileRequest(await jpeg(400, 300), '杯子.jpg')))
  expect(sent.body).toEqual({ id: expect.stringMatching(/^file_/), mediaType: 'image/jpeg', bytes: expect.any(Number) })
  const id = text(sent, 'id')
  const no = await createCase(shopId, { attachmentIds: [id] })
  expect(at(await get(`after-sales/${no}`), 'attachments')).toEqual([sent.body])
  const answer = mustBe(201, await send(fileRequest(await jpeg()), agent))
  mustBe(
    200,
    await post(`after-sales/${no}/messages`, { text: '看这里', attachmentIds: [text(answer, 'id')] }, { key: agent }),
  )
  expect(at(await get(`after-sales/${no}/messages`), 'data.0.attachments')).toEqual([answer.body])
  expect(at(await get(`after-sales/${no}/events`), 'data.1.data.attachmentIds')).toEqual([id])
})

it('names what is wrong with the attachments of a request', async () => {
  const { shopId, agent } = await createShop()
  const [mine, buyers] = [await sendPhoto(agent), await sendPhoto()]
  const no = await createCase(shopId)
  const say = (attachmentIds: unknown, key = agent) =>
    post(`after-sales/${no}/messages`, { text: '看', attachmentIds }, { key }).then(problemOf)
  expect(await say([mine, buyers])).toEqual({ status: 422, code: 'attachmentUnknown', paths: ['attachmentIds.1'] })
  expect(await say([mine], PLATFORM_KEY)).toEqual({
    status: 422,
    code: 'attachmentUnknown',
    paths: ['attachmentIds.0'],
  })
  expect(await say([mine, mine])).toEqual({ status: 422, code: 'invalidRequest', paths: ['attachmentIds.1'] })
  expect(await say(Array(7).fill(mine))).toMatchObject({ status: 422, code: 'invalidRequest' })
  expect(await say(mine)).toEqual({ status: 422, code: 'invalidRequest', paths: ['attachmentIds'] })
  expect(await say(['../x'])).toEqual({ status: 422, code: 'invalidRequest', paths: ['attachmentIds.0'] })
  expect(at(await get(`after-sales/${no}/messages`), 'data')).toEqual([])
})

test.each([
  [
    'a body that is no multipart',
    () => new Request('http://x/', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }),
    415,
    'unsupportedMediaType',
    undefined,
  ],
  [
    'a body that is not whole',
    () =>
      new Request('http://x/', {
        method: 'POST',
        body: '--a\r\n',
        headers: { 'Content-Type': 'multipart/form-data; boundary=a' },
      }),
    400,
    'malformedMultipart',
    undefined,
  ],
  ['no file', () => multipart([]), 422, 'invalidRequest', ['file']],
  ['another part', () => multipart([{ field: 'caseNo', content: '1' }]), 422, 'invalidRequest', ['caseNo']],
  ['an empty file', () => fileRequest(''), 422, 'invalidRequest', ['file']],
  ['a page', () => fileRequest('<html></html>'), 415, 'unsupportedMediaType', undefined],
  [
    'a broken photo',
    async () => fileRequest((await jpeg(300, 300)).subarray(0, 400)),
    422,
    'imageUnreadable',
    ['file'],
  ],
  ['a broken document', () => fileRequest('%PDF-1.4 nothing'), 422, 'pdfUnreadable', ['file']],
  ['11 MB', () => fileRequest(Buffer.alloc(11_000_000)), 413, 'fileTooLarge', undefined],
])('%s is refused', async (_, make, status, code, paths) => {
  const refused = problemOf(await send(await make()))
  expect(refused).toEqual(paths ? { status, code, paths } : { status, code })
})

it('needs a key', async () => {
  expect(problemOf(await send(fileRequest(await jpeg()), null))).toMatchObject({ status: 401 })
  expect(problemOf(await send(fileRequest(await jpeg()), 'unknown'))).toMatchObject({ status: 401 })
})

it('answers a repeat with the first file and keeps no second one', async () => {
  const photo = await jpeg(90, 60)
  const named = { 'Idempotency-Key': 'photo-1' }
  const first = mustBe(201, await send(fileRequest(photo), undefined, named))
  const kept = await files.stored()
  const again = mustBe(201, await send(fileRequest(photo, 'another-name.jpg'), undefined, named))
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(problemOf(await send(fileRequest(await jpeg(91, 60)), undefined, named))).toMatchObject({
    code: 'idempotencyMismatch',
  })
  expect(await files.stored()).toEqual(kept)
})

it('keeps one file of two equal requests at one instant', async () => {
  const photo = await jpeg(120, 60)
  const before = await files.stored()
  const named = { 'Idempotency-Key': 'photo-2' }
  const replies = await Promise.all([1, 2, 3].map(() => send(fileRequest(photo), undefined, named)))
  const made = replies.filter(({ status }) => status === 201)
  expect(new Set(made.map((reply) => text(reply, 'id'))).size).toBe(1)
  for (const reply of replies)
    if (reply.status !== 201) expect(problemOf(reply)).toMatchObject({ code: 'idempotencyInProgress' })
  const { rows } = await database.query(`SELECT 1 FROM "Attachment" WHERE "state" <> 'READY'`)
  expect(rows).toEqual([])
  expect((await files.stored()).length).toBe(before.length + 2)
})

it('gives a file to whose it is, and to nobody else', async () => {
  const [{ shopId, agent, manager }, stranger] = [await createShop(), await createShop()]
  const own = await sendPhoto(agent)
  const buyers = await sendPhoto()
  const may = async (id: string, key: string) =>
    (await Promise.all([`files/${id}`, `files/${id}/thumbnail`].map((path) => read(path, key)))).map(
      ({ status }) => status,
    )
  expect(await may(own, agent)).toEqual([200, 200])
  expect(await may(own, manager)).toEqual([200, 200])
  expect(await may(own, PLATFORM_KEY)).toEqual([200, 200])
  expect(await may(own, stranger.agent)).toEqual([404, 404])
  expect(await may(buyers, agent)).toEqual([404, 404])
  await createCase(shopId, { attachmentIds: [buyers] })
  expect(await may(buyers, agent)).toEqual([200, 200])
  expect(await may(buyers, stranger.agent)).toEqual([404, 404])
  expect(await may('file_00000000000000000000000000000000', PLATFORM_KEY)).toEqual([404, 404])
  expect(await may('x', PLATFORM_KEY)).toEqual([404, 404])
})

it('sends bytes that no browser runs, under a name that does not lie', async () => {
  const reply = mustBe(201, await send(fileRequest(await jpeg(640, 480), '合同 (1).exe')))
  const id = text(reply, 'id')
  const original = await read(`files/${id}`, PLATFORM_KEY)
  expect(Object.fromEntries(original.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(at(reply, 'bytes')),
    'content-disposition': `inline; filename="__ (1).exe.jpg"; filename*=UTF-8''${encodeURIComponent('合同 ')}%281%29.exe.jpg`,
    'cache-control': expect.stringMatching(/^private, max-age=\d+, immutable$/),
    'content-security-policy': `default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox`,
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  expect(original.content.length).toBe(at(reply, 'bytes'))
  const thumbnail = await read(`files/${id}/thumbnail`, PLATFORM_KEY)
  expect(thumbnail.headers.get('content-type')).toBe('image/webp')
  expect(thumbnail.headers.get('content-length')).toBe(String(thumbnail.content.length))
  expect(await sharp(thumbnail.content).metadata()).toMatchObject({ width: 320, height: 240 })
  const head = await read(`files/${id}`, PLATFORM_KEY, 'HEAD')
  expect([head.status, head.content.length, head.headers.get('content-length')]).toEqual([
    200,
    0,
    String(at(reply, 'bytes')),
  ])
  expect(await call('DELETE', `files/${id}`)).toMatchObject({ status: 405 })
  expect(problemOf(await get(`files/${id}?size=x`))).toMatchObject({ status: 422, paths: ['size'] })
})

it('saves documents to the disk, and has no thumbnail of them', async () => {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.create()
  document.addPage()
  const id = text(mustBe(201, await send(fileRequest(await document.save(), 'invoice.pdf'))), 'id')
  const { headers } = await read(`files/${id}`, PLATFORM_KEY)
  expect(headers.get('content-disposition')).toBe(`attachment; filename="invoice.pdf"; filename*=UTF-8''invoice.pdf`)
  expect((await read(`files/${id}/thumbnail`, PLATFORM_KEY)).status).toBe(404)
})
