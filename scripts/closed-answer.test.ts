import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { createLogger } from '@/lib/logger'
import { closeAnswer } from './closed-answer'
import { noteRefusal } from './note-refusal'

const lines: string[] = []

afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
  lines.length = 0
})

/** One request to a server that answers so. */
async function ask(answer: RequestListener, headers: Record<string, string> = {}, path = '/'): Promise<Headers> {
  vi.stubEnv('LOG_LEVEL', 'info')
  forgetEnv()
  const log = createLogger({ write: (line) => void lines.push(line) })
  const server = createServer((request, response) => {
    closeAnswer(request, response)
    noteRefusal(request, response, log)
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
  await response.arrayBuffer()
  server.close()
  await once(server, 'close')
  return response.headers
}

test.each<[string, RequestListener]>([
  ['ends at once', (_, response) => response.end('x')],
  ['writes first', (_, response) => void response.write('x', () => response.end())],
  ['sets headers one by one', (_, response) => response.setHeader('x-own', '1').end('x')],
  ['hands them over together', (_, response) => response.writeHead(404, 'No', { 'x-own': '1' }).end('x')],
])('whoever %s, the answer is closed', async (_, answer) => {
  const headers = await ask(answer)
  expect(headers.get('content-security-policy')).toContain(`default-src 'none'`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('strict-transport-security')).toBeNull()
})

test('what an answer says itself stands', async () => {
  const own = { 'Cache-Control': 'private', 'Referrer-Policy': 'no-referrer' }
  const set = await ask((_, response) => response.setHeaders(new Map(Object.entries(own))).end())
  const handed = await ask((_, response) => response.writeHead(200, own).end())
  for (const headers of [set, handed]) {
    expect(headers.get('cache-control')).toBe('private')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  }
})

test.each([
  [{ 'x-forwarded-proto': 'https' }, '', true],
  [{ 'x-forwarded-proto': 'https, http' }, '', true],
  [{ 'x-forwarded-proto': 'http' }, '', false],
  [{}, 'https://desk.example.com', true],
  [{}, 'http://localhost:3000', false],
])('of %j at %s: by TLS alone, %s', async (headers, url, secure) => {
  vi.stubEnv('AFTERDESK_URL', url)
  const answer = await ask((_, response) => response.end(), headers)
  expect(answer.has('strict-transport-security')).toBe(secure)
})

test('who is refused is written down, by what the nearest proxy says, and without what opens a door', async () => {
  const refuse: RequestListener = (_, response) => response.writeHead(401, { 'X-Request-Id': 'r1' }).end()
  await ask(refuse, { 'x-forwarded-for': '6.6.6.6, 192.0.2.7' }, `/invite/inv_${'x'.repeat(43)}?search=13800138000`)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { status: 401, method: 'GET', path: '/invite/inv_[redacted]', from: '192.0.2.7', requestId: 'r1', msg: 'refused' },
  ])
  await ask((_, response) => response.end())
  expect(lines).toHaveLength(1)
})
