import { expect, test } from 'vitest'
import type { TimelineEntry } from '@/lib/after-sales/views'
import { tellTogether } from './tell-together'

const entry = (seq: number, type: TimelineEntry['type'], recordedAt = seq, afterSaleNo = 'AS1'): TimelineEntry => ({
  afterSaleNo,
  seq,
  type,
  actor: { role: 'BUYER', name: '林**' },
  clause: 'R4.3',
  effectiveAt: recordedAt,
  recordedAt,
  data: {},
  readAt: null,
  attempt: 1,
})
const told = (...timeline: TimelineEntry[]) => tellTogether(timeline).map((one) => [one.entry.seq, one.done])

test.each([
  ['evidence that was all, in one act', [entry(3, 'EvidenceDone', 9), entry(2, 'EvidenceSubmitted', 9)], [[2, true]]],
  [
    'evidence, and later that it was all',
    [entry(3, 'EvidenceDone', 9), entry(2, 'EvidenceSubmitted', 8)],
    [
      [3, false],
      [2, false],
    ],
  ],
  [
    'of two cases',
    [entry(3, 'EvidenceDone', 9), entry(2, 'EvidenceSubmitted', 9, 'AS2')],
    [
      [3, false],
      [2, false],
    ],
  ],
  ['nothing', [], []],
])('%s', (_, timeline, expected) => {
  expect(told(...timeline)).toEqual(expected)
})
