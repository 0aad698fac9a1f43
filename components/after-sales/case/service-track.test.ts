import { expect, test } from 'vitest'
import type { ServiceStep, ServiceType } from '@/lib/after-sales/domain/service'
import type { ServiceView, TimelineEntry } from '@/lib/after-sales/views'
import { trackOf } from './service-track'

const entry = (seq: number, type: TimelineEntry['type'], data: object, role: 'AGENT' | 'BUYER' = 'AGENT') =>
  ({
    afterSaleNo: 'AS2',
    seq,
    type,
    actor: { role, name: role === 'AGENT' ? '林晓' : '王**' },
    clause: 'R3.3',
    effectiveAt: seq * 10,
    recordedAt: seq * 10,
    data: { ...data },
    readAt: null,
    attempt: 1,
  }) satisfies TimelineEntry
const recorded = (seq: number, step: ServiceStep, note: string | null = null, trackingNo?: string) =>
  entry(seq, 'ServiceStepRecorded', { step, note, shipment: trackingNo ? { carrier: '顺丰', trackingNo } : null })

const service = (kind: ServiceType, step: ServiceStep, originalNo: string | null = null): ServiceView => ({
  kind,
  step,
  originalNo,
  proposal: originalNo ? { kind: 'EXCHANGE', note: '换一件', at: 1 } : null,
  shipments: [],
  contacts: [],
  nextSteps: [],
})
const told = (of: ServiceView, closedAt: number | null, ...timeline: TimelineEntry[]) => {
  const { taken, coming } = trackOf({ no: 'AS2', service: of, openedAt: 5, closedAt, timeline: timeline.toReversed() })
  return [...taken.map(({ name }) => name), '|', ...coming].join(' ')
}

test.each([
  [
    'a direct exchange at its beginning',
    told(service('EXCHANGE', 'AGREED'), null),
    'APPLIED | GOODS_RECEIVED SENT_BACK DONE',
  ],
  ['an agreed one', told(service('EXCHANGE', 'AGREED', 'AS1'), null), 'AGREED | GOODS_RECEIVED SENT_BACK DONE'],
  [
    'a repair whose goods are here',
    told(service('REPAIR', 'GOODS_RECEIVED'), null, recorded(2, 'GOODS_RECEIVED')),
    'APPLIED GOODS_RECEIVED | SENT_BACK DONE',
  ],
  [
    'a repair at the buyer’s home',
    told(service('REPAIR', 'PERFORMED'), null, recorded(2, 'PERFORMED')),
    'APPLIED PERFORMED | DONE',
  ],
  ['an installation', told(service('INSTALLATION', 'AGREED'), null), 'APPLIED | ANSWERED PERFORMED DONE'],
  [
    'a complaint that the buyer confirmed',
    told(
      service('COMPLAINT', 'DONE'),
      50,
      recorded(2, 'ANSWERED'),
      recorded(3, 'PERFORMED'),
      entry(4, 'ServiceConfirmed', { note: null }, 'BUYER'),
    ),
    'APPLIED ANSWERED PERFORMED DONE |',
  ],
  [
    'one that the buyer said nothing of',
    told(service('COMPLAINT', 'DONE'), 50, recorded(2, 'PERFORMED'), entry(3, 'ServiceExpired', {})),
    'APPLIED PERFORMED EXPIRED |',
  ],
  ['one that was withdrawn', told(service('EXCHANGE', 'AGREED'), 50, entry(2, 'Withdrawn', {}, 'BUYER')), 'APPLIED |'],
])('%s', (_, way, expected) => {
  expect(way).toBe(expected)
})

test('a step keeps its note, its waybill and who recorded it; the beginning what was agreed', () => {
  const of = service('EXCHANGE', 'SENT_BACK', 'AS1')
  const timeline = [
    { ...entry(4, 'ServiceProposed', { kind: 'REPAIR', note: '先修' }), afterSaleNo: 'AS1' },
    recorded(2, 'SENT_BACK', '新的一件', 'SF1'),
  ]
  expect(trackOf({ no: 'AS2', service: of, openedAt: 5, closedAt: null, timeline }).taken).toEqual([
    { name: 'AGREED', at: 5, by: null, note: '换一件', shipment: null },
    { name: 'SENT_BACK', at: 20, by: '林晓', note: '新的一件', shipment: { carrier: '顺丰', trackingNo: 'SF1' } },
  ])
})

test('a return has no way', () => {
  expect(trackOf({ no: 'AS1', service: null, openedAt: 5, closedAt: null, timeline: [] })).toEqual({
    taken: [],
    coming: [],
  })
})
