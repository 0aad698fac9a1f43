import { expect, test } from 'vitest'
import type { Verdict } from './judge-case'
import { type Judged, summarize } from './summary'
import type { BulkRefusal } from './views'

const INSPECT: BulkRefusal = { code: 'inspectEach', clause: 'R2.5' }
const CLOSED: BulkRefusal = { code: 'notAllowedInStatus', clause: 'R1.2', act: 'approve', status: 'CLOSED' }
const REJECTED: BulkRefusal = { ...CLOSED, status: 'REJECTED' }
const stays = (refusal: BulkRefusal): Verdict => ({ goes: false, refusal })
const refunds = (refundFen: number): Verdict => ({ goes: true, refundFen, returns: false })
const RETURNS: Verdict = { goes: true, refundFen: 0, returns: true }
const judge = (...verdicts: Verdict[]): Judged[] =>
  verdicts.map((verdict, n) => ({ no: `AS${n}`, version: 1, amountFen: 100, verdict }))

test.each<[string, Judged[], Partial<ReturnType<typeof summarize>>]>([
  ['nothing', [], { cases: 0, goes: 0, amountFen: 0, returns: 0, exclusions: [] }],
  ['refunds', judge(refunds(100), refunds(250)), { cases: 2, goes: 2, amountFen: 350, returns: 0 }],
  ['returns: no money leaves', judge(RETURNS, refunds(100)), { goes: 2, amountFen: 100, returns: 1 }],
  [
    'what stays, by its reason, the most first',
    judge(stays(INSPECT), refunds(100), stays(CLOSED), stays(REJECTED), stays(CLOSED)),
    {
      cases: 5,
      goes: 1,
      exclusions: [
        { refusal: CLOSED, cases: 2, nos: ['AS2', 'AS4'], amountFen: 200 },
        { refusal: INSPECT, cases: 1, nos: ['AS0'], amountFen: 100 },
        { refusal: REJECTED, cases: 1, nos: ['AS3'], amountFen: 100 },
      ],
    },
  ],
])('%s', (_, judged, expected) => {
  expect(summarize(judged)).toMatchObject(expected)
})

test('of many for one reason the first twenty are named', () => {
  const [group] = summarize(judge(...Array.from({ length: 30 }, () => stays(INSPECT)))).exclusions
  expect(group).toMatchObject({ cases: 30, amountFen: 3000 })
  expect(group?.nos).toEqual(Array.from({ length: 20 }, (_, n) => `AS${n}`))
})
