import type { LookupAddress } from 'node:dns'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RequestFilteringHttpAgent } from 'request-filtering-agent'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Behaviour, type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import { type Heard, type PostOptions, postWebhook } from './post-webhook'
import type { Lookup } from './resolve-name'

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

const post = (change: Partial<PostOptions> = {}, url = receiver.url) =>
  postWebhook(
    { url, headers: { 'webhook-id': 'evt_1' }, body: '{"data":"围巾"}' },
    { timeoutMs: 5000, allowPrivate: true, ...change },
  )

describe('what is heard', () => {
  test.each<[Behaviour, Heard]>([
    ['take', { statusCode: 204, error: null, excerpt: '' }],
    ['fail', { statusCode: 500, error: 'badStatus', excerpt: 'out of\uFFFDorder 🔧' }],
    ['refuse', { statusCode: 422, error: 'badStatus', excerpt: '{"error":"no such shop"}' }],
    ['redirect', { statusCode: 302, error: 'redirected', excerpt: '' }],
    ['cut', { statusCode: null, error: 'connectionFailed', excerpt: '' }],
    ['babble', { statusCode: null, error: 'badAnswer', excerpt: '' }],
    ['switchProtocols', { statusCode: null, error: 'connectionFailed', excerpt: '' }],
    ['flood', { statusCode: 200, error: null, excerpt: 'x'.repeat(1024) }],
  ])('of one that does %s', async (behaviour, heard) => {
    receiver.plan(behaviour)
    expect(await post()).toEqual(heard)
    expect(receiver.seen).toHaveLength(1)
    expect(receiver.seen[0]).toMatchObject({ raw: '{"data":"围巾"}', headers: { connection: 'close' } })
  })

  test('of one that never answers: that the time was over', async () => {
    receiver.plan('hang')
    expect(await post({ timeoutMs: 300 })).toEqual({ statusCode: null, error: 'timeout', excerpt: '' })
  })

  test('of one that says yes and then stalls: yes, and what it said', async () => {
    receiver.plan('stall')
    expect(await post({ timeoutMs: 2000 })).toEqual({ statusCode: 200, error: null, excerpt: 'it came' })
  })

  test('of nobody', async () => {
    const { url } = receiver
    await receiver.close()
    expect(await post({}, url)).toMatchObject({ error: 'connectionRefused' })
    expect(
      await post({ allowPrivate: false, lookup: failing('ENOTFOUND') }, 'http://hooks.example.com/'),
    ).toMatchObject({
      error: 'nameNotFound',
    })
    receiver = await startReceiver()
  })

  test('of one that speaks no TLS', async () => {
    expect(await post({}, receiver.url.replace('http:', 'https:'))).toMatchObject({ error: 'tlsFailed' })
  })

  test('when it is told to stop: nothing', async () => {
    receiver.plan('hang')
    const stop = new AbortController()
    const posted = post({ signal: stop.signal })
    await receiver.heard(1)
    stop.abort()
    expect(await posted).toMatchObject({ statusCode: null, error: 'connectionFailed' })
  })
})

describe('a private target', () => {
  const strict = { allowPrivate: false }
  const port = () => new URL(receiver.url).port

  test.each(['127.0.0.1', '[::1]', '0.0.0.0', 'localhost', '2130706433', '[::ffff:7f00:1]'])(
    '%s is not connected to',
    async (host) => {
      expect(await post(strict, `http://${host}:${port()}/`)).toEqual({
        statusCode: null,
        error: 'targetPrivate',
        excerpt: '',
      })
      expect(receiver.seen).toEqual([])
    },
  )

  test.each(['http', 'https'])(
    'behind a name that was public a moment ago is not connected to, by %s',
    async (scheme) => {
      const asked: string[] = []
      const rebinding: Lookup = (hostname, _options, callback) => {
        asked.push(hostname)
        callback(null, [{ address: '127.0.0.1', family: 4 }])
      }
      const url = `${scheme}://rebind.example.com:${port()}/`
      expect(await post({ ...strict, lookup: rebinding }, url)).toMatchObject({ error: 'targetPrivate' })
      // asked once, and never a second time for the connection
      expect(asked).toEqual(['rebind.example.com'])
      expect(receiver.seen).toEqual([])
    },
  )

  test('is not connected to when it hides among public ones', async () => {
    const lookup: Lookup = (_hostname, _options, callback) =>
      callback(null, [
        { address: '1.1.1.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])
    expect(await post({ ...strict, lookup }, `http://mixed.example.com:${port()}/`)).toMatchObject({
      error: 'targetPrivate',
    })
  })
})

/** The second lock: what it refuses by itself, so that we know what stands if the first should fail. */
describe('the filtering agent alone', () => {
  test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '192.0.0.192'])(
    'refuses %s behind a name',
    async (address) => expect(await connect(address)).toMatch(/not allowed/),
  )
  test.each(['::1', 'fe80::1', 'fd00:ec2::254', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'ff02::1'])(
    'refuses %s behind a name',
    async (address) => expect(await connect(address)).toMatch(/not allowed/),
  )

  async function connect(address: string): Promise<string> {
    const server = createServer((_, response) => response.end()).listen(0)
    const { request } = await import('node:http')
    const family = address.includes(':') ? 6 : 4
    const lookup = (_: string, { all }: { all?: boolean }, done: (...answer: unknown[]) => void) =>
      all ? done(null, [{ address, family } satisfies LookupAddress]) : done(null, address, family)
    try {
      return await new Promise((resolve) => {
        const options = { agent: new RequestFilteringHttpAgent(), lookup: lookup as never }
        request(`http://hooks.example.com:${(server.address() as AddressInfo).port}/`, options)
          .on('error', ({ message }) => resolve(message))
          .on('response', () => resolve('connected'))
          .end()
      })
    } finally {
      server.close()
    }
  }
})

function failing(code: string): Lookup {
  return (_hostname, _options, callback) => callback(Object.assign(new Error(code), { code }), [])
}
