import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactLine } from '@/lib/redact-line'

const told = (value: unknown, secrets: readonly string[] = []) =>
  JSON.parse(redactLine(`${JSON.stringify(value)}\n`, secrets))

test.each([
  [{ password: 'x', a: { newPassword: 'x', apiKey: 'x', sessionToken: 'x', clientSecret: 'x' } }],
  [{ req: { headers: { authorization: 'x', cookie: 'x', 'set-cookie': ['x', 'y'] } } }],
  [{ buyer: { name: 'x' }, returnAddress: { name: 'x', region: 'x', detail: 'x' } }],
  [{ order: { recipient: 'x', address: 'x' } }],
  [{ list: [[{ deep: { phone: 13800138000, name: 'x' } }]] }],
  [{ err: { code: '23505', detail: 'x', where: 'x', internalQuery: 'x' } }],
])('%j', (value) => {
  const line = JSON.stringify(told(value))
  expect(line).toContain('[redacted]')
  expect(line).not.toMatch(/"x"|138/)
})

test('what a person is told from by nothing else stays', () => {
  const line = {
    level: 50,
    time: 1795453637012,
    name: 'afterdesk',
    pid: 31001,
    no: 'AS26112300001',
    refundNo: 'RF26111600082',
    amountFen: 13800138000,
    err: { type: 'Error', code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432, name: 'Error' },
    tokens: null,
    written: true,
    msg: 'refund',
  }
  expect(told(line)).toEqual(line)
})

test('what the process was told is hidden in every form', () => {
  const secret = 'päss "wörd" & more'
  const texts = [secret, JSON.stringify({ said: secret }), `?a=${encodeURIComponent(secret)}`]
  expect(JSON.stringify(told(texts, [secret]))).not.toMatch(/wörd|w%C3%B6rd/)
})

test('it stays one line of JSON, whatever it was', () => {
  fc.assert(
    fc.property(fc.object({ withNullPrototype: true, withDate: true }), fc.string(), (value, msg) => {
      const line = redactLine(`${JSON.stringify({ ...value, msg })}\n`, [])
      expect(line.trimEnd()).not.toContain('\n')
      expect(line.endsWith('\n')).toBe(true)
      expect(() => JSON.parse(line)).not.toThrow()
    }),
  )
})
