import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { waitAfter } from '@/lib/back-off'
import { gatewayAnswerSchema } from './gateway-answer'
import { readBody } from './read-body'
import { REFUND_RETRY } from './retry-policy'
import { isSigned, signRequest } from './signature'

describe.each([
  [
    'any text',
    'ein Geheimnis mit ü, lang genug für alle',
    (secret: string) => new Webhook(Buffer.from(secret), { format: 'raw' }),
  ],
  ['a standard secret', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', (secret: string) => new Webhook(secret)],
])('%s as the secret', (_, secret, webhook) => {
  test('signs what any implementation of the standard verifies, and the other way', () => {
    const body = '{"refundNo":"RF1","备注":"退款"}'
    const headers = signRequest(secret, 'RF1', body)
    expect(() => webhook(secret).verify(body, headers)).not.toThrow()
    expect(isSigned(secret, new Headers(headers), body)).toBe(true)
    expect(isSigned(secret, new Headers(headers), `${body} `)).toBe(false)
    expect(isSigned(secret, new Headers({ ...headers, 'webhook-id': 'RF2' }), body)).toBe(false)
    expect(isSigned('another secret, of which nobody has heard', new Headers(headers), body)).toBe(false)
  })

  test('signs an empty body', () => {
    expect(isSigned(secret, new Headers(signRequest(secret, 'RF1', '')), '')).toBe(true)
  })
})

test('a reason is kept as a database can hold it', () => {
  const parse = (reason: unknown) => gatewayAnswerSchema.safeParse({ refundNo: 'RF1', status: 'FAILED', reason })
  expect(parse('a\0b\n\tc \ud800').data).toMatchObject({ reason: 'a b c \ufffd', retryable: true })
  expect(parse(' ').data).toMatchObject({ reason: 'no reason given' })
  expect(parse('x'.repeat(1000)).data).toMatchObject({ reason: 'x'.repeat(500) })
  expect(parse(undefined).success).toBe(false)
})

describe('a body', () => {
  const stream = (...chunks: (string | number[])[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new Uint8Array(Buffer.from(chunk)))
        controller.close()
      },
    })

  test('is read up to the limit, its end included', async () => {
    expect(await readBody(stream('abc', 'de'), 5)).toBe('abcde')
    expect(await readBody(stream('abc', 'def'), 5)).toBeNull()
    expect(await readBody(null, 5)).toBe('')
  })

  test('is whole even when a character comes in two parts, and no text when it is no UTF-8', async () => {
    expect(await readBody(stream([0xe9, 0x80], [0x80]), 5)).toBe('退')
    expect(await readBody(stream([0xe9, 0x80]), 5)).toBeNull()
  })

  test('beyond the limit is not read on', async () => {
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1
        controller.enqueue(new Uint8Array(10))
      },
    })
    expect(await readBody(endless, 25)).toBeNull()
    expect(pulled).toBeLessThan(6)
  })
})

test('waits double up to an hour: ten attempts within about three hours, looks within about three days', () => {
  const MINUTE = 60_000
  const waits = (count: number) => Array.from({ length: count }, (_, n) => waitAfter(n + 1, REFUND_RETRY.retry))
  expect(waits(9).map((ms) => ms / MINUTE)).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60, 60])
  const days = waits(REFUND_RETRY.looks).reduce((a, b) => a + b) / MINUTE / 60 / 24
  expect(days).toBeGreaterThan(2.9)
  expect(days).toBeLessThan(3.2)
})
