import { expect, test } from 'vitest'
import { countByDay, REPLAY_MS } from './days'

const at = (text: string) => Date.parse(`${text}+08:00`)
const window = (until: string) => ({ from: at(until) - REPLAY_MS, until: at(until) })
const one = (text: string, fate: 'APPROVED' | 'REJECTED' = 'APPROVED') => ({ openedAt: at(text), fate })

test('a day begins and ends at midnight in Shanghai, whatever the machine thinks', () => {
  const days = countByDay(
    [
      one('2026-03-11T23:59:59.999'),
      one('2026-03-12T00:00:00.000'),
      one('2026-03-12T07:59:59.999', 'REJECTED'),
      one('2026-03-12T13:20:00.000'),
    ],
    window('2026-03-12T13:20:00.000'),
  )
  expect(days.at(-1)).toMatchObject({ startsAt: at('2026-03-12T00:00:00.000'), counts: { APPROVED: 2, REJECTED: 1 } })
  expect(days.at(-2)).toMatchObject({ startsAt: at('2026-03-11T00:00:00.000'), counts: { APPROVED: 1, REJECTED: 0 } })
})

test('exactly 30 days touch 31 of the calendar, the first and the last in part; empty ones are there too', () => {
  const days = countByDay([one('2026-02-10T13:20:00.000')], window('2026-03-12T13:20:00.000'))
  expect(days).toHaveLength(31)
  expect(days[0]).toMatchObject({ startsAt: at('2026-02-10T00:00:00.000'), counts: { APPROVED: 1 } })
  expect(days.slice(1).every(({ counts }) => Object.values(counts).every((count) => count === 0))).toBe(true)
  expect(countByDay([], window('2026-03-12T00:00:00.000'))).toHaveLength(31)
})
