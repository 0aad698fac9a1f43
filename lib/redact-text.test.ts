import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redactText } from '@/lib/redact-text'

describe('a telephone is hidden', () => {
  test.each([
    ...['13800138000', '+8613800138000', '+86 138 0013 8000', '86-138-0013-8000', '008613800138000', '138-0013-8000'],
    ...['0575-84110000', '(0575)84110000', '（0575）84110000', '057584110000', '010-12345678', '021 6123 4567'],
    ...['+86 575 84110000', '0086-575-84110000', '400-820-8820', '+1 415 555 2671', '+44-20-7946-0958'],
    ...['%2B8613800138000', '138%200013%208000'],
  ])('%s', (phone) => {
    for (const text of [phone, `请打${phone}给我`, `tel: ${phone}.`, `?to=${phone}&a=1`, `{"phone":"${phone}"}`]) {
      expect(redactText(text)).not.toMatch(/8411|0013|1380|1234|5555|2671|7946|8820|6123/)
      expect(redactText(text)).toBe(text.replace(phone, '[phone]'))
    }
  })

  test('within a path, and beside another', () => {
    expect(redactText('/a%2013800138000%20b')).toBe('/a%20[phone]%20b')
    expect(redactText('13800138000,13900139000')).toBe('[phone],[phone]')
  })
})

test.each([
  ...['AS26112300001', 'RF26111600082', 'E2E-2026', 'SF1380013800012', 'SF13800138000', '¥128.00', '12800 fen'],
  ...[
    '1795453637012',
    '2026-11-23T17:04:05.138Z',
    '2026-11-23',
    '127.0.0.1:54321',
    '::1',
    'next@16.4.6',
    'line 138:12',
  ],
  ...['pid 13800', 'attempt 10 of 25', '0.13800138000', 'JWT', 'Unexpected token < in JSON at position 138'],
  ...['ak_platform_abcdefgh', 'at run (/app/lib/webhooks/deliver-lane.ts:41:3)', '4097152000000', '202611231704051234'],
])('%s stays', (text) => {
  expect(redactText(text)).toBe(text)
  expect(redactText(`a ${text} b`)).toBe(`a ${text} b`)
})

test.each([
  ['mail to li.xiao+shop@mail.nanzhi.example.com failed', 'mail to [e-mail] failed'],
  ['RCPT TO:<沈清和@例子.中国>', 'RCPT TO:<[e-mail]>'],
  ['?email=a%40b.cn&x=1', '?email=[e-mail]&x=1'],
  ['送到浙江省绍兴市诸暨市暨阳街道艮塔路1号3栋201室。', '[address]。'],
  ['北京市朝阳区建国路 88 号', '[address]'],
  ['诸暨市大唐街道开元路12号', '[address]'],
  ['postgresql://desk:p%40ss@db.internal:5432/desk', 'postgresql://[redacted]@db.internal:5432/desk'],
  ['smtps://a:b@c@mail:465', 'smtps://[redacted]@mail:465'],
  ['Authorization: Bearer abc.def-ghi', 'Authorization: [redacted]'],
  ['sent Bearer abcdefgh12345678 on', 'sent Bearer [redacted] on'],
  ['cookie: next-auth.session-token=x; shop=y', 'cookie: [redacted]'],
  ['host=db password=hunter2 dbname=x', 'host=db password=[redacted] dbname=x'],
  ['?api_key=abc&limit=1', '?api_key=[redacted]&limit=1'],
  ['/cases?search=%E6%B2%88%E6%B8%85%E5%92%8C&tab=ALL', '/cases?search=[redacted]&tab=ALL'],
  ['X-Amz-Signature=0123abc&X-Amz-Date=1', 'X-Amz-Signature=[redacted]&X-Amz-Date=1'],
  ['token eyJhbGciOiJkaXIifQ..abc.def.ghi end', 'token [redacted] end'],
  ['Failing row contains (1, 沈清和, null).', 'Failing row contains ([redacted]'],
  ['Key ("email", "shop")=(沈, x) already exists.', 'Key ("email", "shop")=([redacted]'],
  ['invalid input syntax for type uuid: "沈清和"', 'invalid input syntax for type uuid: "[redacted]'],
])('%s', (text, told) => {
  expect(redactText(text)).toBe(told)
})

test('what is too long is cut, and hides as much', () => {
  const told = redactText(`13800138000 ${'区'.repeat(100_000)} 13800138000`)
  expect(told.length).toBeLessThan(17_000)
  expect(told).toMatch(/^\[phone\] .*… \[cut\]$/)
})

describe('for all that might come', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
  const mobile = fc.tuple(fc.constantFrom(...'3456789'), digits(9)).map(([second, rest]) => `1${second}${rest}`)
  // nothing that would make the number part of a longer one
  const around = fc.string({ unit: 'binary' }).filter((text) => !/[\w.%+-]/.test(text))

  test('a mobile is found wherever it stands', () => {
    fc.assert(
      fc.property(around, mobile, around, (before, phone, after) => {
        expect(redactText(`${before} ${phone} ${after}`)).not.toContain(phone)
      }),
    )
  })

  test('ids, numbers of cases, instants and amounts stay', () => {
    const day = fc.date({ min: new Date('2021-01-01'), max: new Date('2036-01-01'), noInvalidDate: true })
    const kept = fc.oneof(
      fc.uuid(),
      day.map((at) => at.toISOString()),
      day.map((at) => String(at.getTime())),
      fc.tuple(fc.constantFrom('AS', 'RF'), digits(11)).map((parts) => parts.join('')),
      fc.integer({ min: 0, max: 999_999_999 }).map(String),
      fc.integer({ min: 0, max: 99_999_999_999 }).map((fen) => `¥${(fen / 100).toFixed(2)}`),
    )
    fc.assert(
      fc.property(kept, (text) => {
        expect(redactText(`case ${text} is`)).toBe(`case ${text} is`)
      }),
      { numRuns: 1000 },
    )
  })

  test('once hidden, nothing more is hidden', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), mobile, (text, phone) => {
        const once = redactText(text + phone)
        expect(redactText(once)).toBe(once)
      }),
    )
  })
})
