import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type Api, expect, PLATFORM_KEY, test } from './fixtures'

// What no client library would send: bytes on a socket, against the server itself. No browser needed.

const MB = 1_048_576
const AUTH = `Host: x\r\nAuthorization: Bearer ${PLATFORM_KEY}\r\n`
const JSON_BODY = `${AUTH}Content-Type: application/json\r\n`
/** A connection that is not closed is not waited for. */
const LAST = 'Connection: close\r\n'

test.describe('a path', () => {
  for (const [path, status] of [
    ['/api/v1/after-sales/%ff', 404],
    ['/api/v1/after-sales/%zz', 404],
    ['/api/v1/after-sales/%00', 404],
    ['/api/v1/after-sales/%2e%2e%2f%2e%2e%2fhealth', 404],
    ['/api/v1/after-sales/a%2Fb', 404],
    ['/api/v1/after-sales/AS1%0d%0aX-Injected:%201', 404],
    ['/api/v1/after-sales/%E8%AE%A2', 404],
    [`/api/v1/after-sales/${'x'.repeat(10_000)}`, 404],
    ['/api/v1/after-sales/AS1/approve/more', 404],
    ['/api/v1/__proto__', 404],
    ['/api/v1/after-sales?limit=%ff', 422],
    [`/api/v1/after-sales?x=${'y'.repeat(8000)}`, 422],
  ] as const)
    test(`${path.slice(0, 60)} is ${status}`, async () => {
      const answer = await exchange(`GET ${path} HTTP/1.1\r\n${AUTH}${LAST}\r\n`)
      expect(statusOf(answer)).toBe(status)
      expect(answer).toContain('application/problem+json')
      expect(answer).not.toMatch(/x-injected: 1/i)
    })

  test('of bytes that are no address, or without end, is refused by the protocol', async () => {
    for (const path of ['/api/v1/\xff\xfe', '/api/v1/a b', `/api/v1/${'x'.repeat(100_000)}`])
      expectRefused(await exchange(Buffer.from(`GET ${path} HTTP/1.1\r\n${AUTH}${LAST}\r\n`, 'latin1')))
  })
})

test('headers that contradict each other, or are none, reach nothing', async () => {
  const post = 'POST /api/v1/after-sales HTTP/1.1\r\n'
  for (const head of [
    `${post}${JSON_BODY}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${post}${JSON_BODY}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} `,
    `${post}${JSON_BODY}Content-Length: -1\r\n\r\n{}`,
    `${post}${JSON_BODY}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    `${post}${JSON_BODY}X-Bad: a\0b\r\n\r\n`,
    `${post}${JSON_BODY}X-Long: ${'x'.repeat(100_000)}\r\n\r\n`,
    `GET /api/v1/after-sales HTTP/1.1\r\nAuthorization: Bearer ${PLATFORM_KEY}\r\n\r\n`,
    `GET /api/v1/after-sales HTTP/1.1\r\n${AUTH}Authorization: Bearer other\r\n Bearer folded\r\n\r\n`,
    'nonsense\r\n\r\n',
    '\0\0\0\0\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  ])
    expectRefused(await exchange(Buffer.from(head, 'latin1')))
})

test('a method that nobody knows is 405, and no way to anywhere else', async () => {
  for (const method of ['TRACE', 'PROPFIND', 'LINK', 'PATCH']) {
    const answer = await exchange(`${method} /api/v1/after-sales HTTP/1.1\r\n${AUTH}${LAST}\r\n`)
    expect(statusOf(answer)).toBe(405)
    expect(answer).toContain('methodNotAllowed')
  }
  expect(await exchange(`CONNECT example.com:443 HTTP/1.1\r\n${AUTH}\r\n`)).toBe('')
})

test.describe('a body of 20 MB', () => {
  for (const [what, header, path, code] of [
    ['that says so', `Content-Length: ${20 * MB}`, 'after-sales', 'bodyTooLarge'],
    ['in chunks, that says nothing', 'Transfer-Encoding: chunked', 'after-sales', 'bodyTooLarge'],
    ['that nobody reads', 'Transfer-Encoding: chunked', 'nothing', 'notFound'],
    ['that should be a file', 'Transfer-Encoding: chunked', 'files', 'fileTooLarge'],
  ] as const)
    test(`${what} is refused to who sends all of it before he listens, and may ask again`, async () => {
      const type = path === 'files' ? 'multipart/form-data; boundary=b' : 'application/json'
      const socket = await open()
      socket.pause()
      socket.write(`POST /api/v1/${path} HTTP/1.1\r\n${AUTH}Content-Type: ${type}\r\n${header}\r\n\r\n`)
      const piece = Buffer.alloc(MB, 0x20)
      const isChunked = header.startsWith('Transfer')
      for (let n = 0; n < 20; n++)
        await write(socket, isChunked ? Buffer.concat([Buffer.from('100000\r\n'), piece, Buffer.from('\r\n')]) : piece)
      if (isChunked) await write(socket, '0\r\n\r\n')
      await write(socket, `GET /api/health HTTP/1.1\r\nHost: x\r\n${LAST}\r\n`)
      const [refused = '', next = ''] = (await readAll(socket)).split(/(?=HTTP\/1\.1 )/)
      expect(statusOf(refused)).toBe(code === 'notFound' ? 404 : 413)
      expect(refused).toContain(code)
      expect(statusOf(next)).toBe(200)
    })

  test('that says 2 is no more than 2, and the rest is no request', async () => {
    const head = `POST /api/v1/after-sales HTTP/1.1\r\n${JSON_BODY}Content-Length: 2\r\n\r\n`
    expectRefused(await exchange(`${head}{}${'x'.repeat(MB)}`))
  })
})

test('a request that breaks off has no effect, and one that dawdles holds nobody up', async ({ api }) => {
  const no = await api.openCase()
  const text = '这句话没有说完'
  const body = Buffer.from(JSON.stringify({ text }))
  const path = `/api/v1/after-sales/${no}/messages`
  const head = `POST ${path} HTTP/1.1\r\n${JSON_BODY}${LAST}Content-Length: ${body.length}\r\n\r\n`
  const slow = await open()
  await write(slow, head)
  await write(slow, body.subarray(0, 12))
  for (const cut of [0, 1, body.length - 1]) {
    const socket = await open()
    await write(socket, head)
    await write(socket, body.subarray(0, cut))
    socket.destroy()
  }
  const halfClosed = await open()
  halfClosed.end(head)
  expect(await readAll(halfClosed)).not.toMatch(/^HTTP\/1\.1 [25]/)
  expect(await messagesOf(api, no)).toEqual([])
  await write(slow, body.subarray(12))
  expect(statusOf(await readAll(slow))).toBe(200)
  expect(await messagesOf(api, no)).toMatchObject([{ text }])
})

test('an upload that breaks off breaks nothing else', async ({ request }) => {
  const socket = await open()
  await write(
    socket,
    `POST /api/v1/files HTTP/1.1\r\n${AUTH}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000000\r\n\r\n` +
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n',
  )
  await write(socket, Buffer.alloc(MB, 0xff))
  socket.destroy()
  expect((await request.get('/api/health')).status()).toBe(200)
})

async function messagesOf(api: Api, no: string): Promise<unknown> {
  return (await api.call('GET', `after-sales/${no}/messages`)).data
}

async function open(): Promise<Socket> {
  const { hostname, port } = new URL(process.env.AFTERDESK_E2E_ADDRESS ?? '')
  const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
  // a server that has heard enough may close while we are still talking
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** What the server says until it closes the connection. */
async function exchange(bytes: string | Buffer): Promise<string> {
  const socket = await open()
  socket.write(bytes)
  return readAll(socket)
}

/** Done once the system has taken it, or once nobody will any more. */
function write(socket: Socket, bytes: string | Buffer): Promise<void> {
  return new Promise((taken) => socket.write(bytes, () => taken()))
}

async function readAll(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8')
  })
  socket.resume()
  if (!socket.closed) await new Promise((closed) => socket.once('close', closed))
  return text
}

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
}

/** Any no of the protocol or of ours; a connection that is closed without a word is one too. */
function expectRefused(answer: string): void {
  if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/)
}
