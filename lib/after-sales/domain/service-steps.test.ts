import { describe, expect, test } from 'vitest'
import type { Actor } from './after-sale'
import type { CommandOf } from './commands'
import { OTHER_SERVICES, RECORDED_STEPS, type RecordedStep, type ServiceStep, type ServiceType } from './service'
import { agent, applied, buyer, command, DAY, HOUR, manager, OPENED_AT, support, system } from './testing/builders'
import { complaint, exchange, performed, received, refundOnly, returning, sentBack } from './testing/cases'
import type { EventPattern } from './testing/outcome'
import { given } from './testing/scenario'

type Step = Partial<CommandOf<'recordServiceStep'>>
type Case = typeof exchange

const record = (step: RecordedStep, change: Step = {}) =>
  command('recordServiceStep', { note: undefined, step, ...change })
const actorOf = (step: RecordedStep): Actor => (step === 'DONE' ? buyer : agent)
const WAYBILL = { carrier: '顺丰速运', trackingNo: 'SF1000000002' }

/** What may follow, by what is served and where it stands. */
const GOODS: [ServiceStep, RecordedStep[]][] = [
  ['AGREED', ['GOODS_RECEIVED', 'PERFORMED']],
  ['GOODS_RECEIVED', ['SENT_BACK', 'PERFORMED']],
  ['SENT_BACK', ['DONE']],
  ['PERFORMED', ['DONE']],
  ['DONE', []],
]
const OTHERS: [ServiceStep, RecordedStep[]][] = [
  ['AGREED', ['ANSWERED']],
  ['ANSWERED', ['PERFORMED']],
  ['PERFORMED', ['DONE']],
  ['DONE', []],
]
const NEXT: { [T in ServiceType]: [ServiceStep, RecordedStep[]][] } = {
  EXCHANGE: GOODS,
  REPAIR: GOODS,
  INSTALLATION: OTHERS,
  SETUP: OTHERS,
  TRAINING: OTHERS,
  COMPLAINT: OTHERS,
}

/** The shortest way to a step. */
function reachStep(type: ServiceType, step: ServiceStep, scenario: Case = given(applied({ type }))): Case {
  if (step === 'AGREED') return scenario
  if (scenario.state.service?.step === step) return scenario
  const [first = 'DONE', ...more] = NEXT[type].find(([at]) => at === scenario.state.service?.step)?.[1] ?? []
  const next = [first, ...more].find((one) => one === step) ?? first
  return reachStep(type, step, scenario.did(actorOf(next), record(next)))
}

describe.each(Object.entries(NEXT) as [ServiceType, [ServiceStep, RecordedStep[]][]][])(
  'R3.3, R3.4 the steps of %s',
  (type, table) => {
    const clause = OTHER_SERVICES.some((one) => one === type) ? 'R3.4' : 'R3.3'

    test.each(table.flatMap(([from, next]) => RECORDED_STEPS.map((step) => [from, step, next] as const)))(
      'from %s: %s',
      (from, step, next) => {
        const before = reachStep(type, from).after(HOUR)
        const tried = before.when(actorOf(step), record(step, { note: ' 已办 ' }))
        if (!next.includes(step)) {
          const { status } = before.state
          const steps = [...next]
          return void tried.thenRefused('notAllowedInStatus', clause, { act: 'recordServiceStep', status, steps })
        }
        const version = before.state.version + 1
        if (step === 'DONE')
          return void tried
            .thenEvents({ type: 'ServiceConfirmed', clause: 'R3.3', actor: buyer, data: { note: '已办' } })
            .thenState({ status: 'CLOSED', closeReason: 'SERVICE_DONE', closedAt: before.now, deadline: null, version })
            .thenState({ service: { step: 'DONE' } })
        tried
          .thenEvents({
            type: 'ServiceStepRecorded',
            clause,
            actor: agent,
            data: { step, note: '已办', shipment: null },
          })
          .thenState({ status: 'IN_SERVICE', version, service: { step, shipments: [] } })
        // R3.3 once he has done his part, the buyer has ten days
        const waits = step === 'SENT_BACK' || step === 'PERFORMED'
        tried.thenState({ deadline: waits ? { kind: 'SERVICE_CONFIRM', dueAt: before.now + 10 * DAY } : null })
      },
    )

    test.each(table.map(([from]) => from))('from %s: each is for its own side to say', (from) => {
      const before = reachStep(type, from)
      for (const step of RECORDED_STEPS)
        for (const actor of [buyer, agent, manager, support, system]) {
          const { role } = actor
          const own = step === 'DONE' ? role === 'BUYER' : role === 'AGENT' || role === 'MANAGER'
          const { refusal } = before.when(actor, record(step))
          expect(refusal?.code === 'notPermitted').toBe(!own)
        }
    })
  },
)

test('there is no step of a case that serves nothing', () => {
  for (const scenario of [refundOnly, returning, returning.did(agent, command('proposeService'))])
    scenario.when(agent, record('PERFORMED')).thenRefused('notAllowedInStatus', 'R3.3', { steps: [] })
})

test('nothing follows from a service that was taken back, or is disputed', () => {
  for (const scenario of [received.did(buyer, command('withdraw')), received.did(buyer, command('openDispute'))])
    scenario.when(agent, record('PERFORMED')).thenRefused('notAllowedInStatus', 'R3.3', { steps: [] })
})

describe('R3.3 a note and a waybill, where one exists', () => {
  test.each([
    ['the goods came in a parcel', exchange, 'GOODS_RECEIVED', 'TO_MERCHANT'],
    ['they went back in one', received, 'SENT_BACK', 'TO_BUYER'],
  ] as const)('%s', (_what, scenario, step, direction) => {
    const done = scenario.after(HOUR).did(agent, record(step, WAYBILL))
    done.thenEvents({ type: 'ServiceStepRecorded', data: { shipment: WAYBILL } })
    expect(done.state.service?.shipments).toEqual([{ direction, ...WAYBILL, at: done.now }])
  })

  test('both ways', () => {
    const both = exchange.did(agent, record('GOODS_RECEIVED', WAYBILL)).did(agent, record('SENT_BACK', WAYBILL))
    expect(both.state.service?.shipments.map(({ direction }) => direction)).toEqual(['TO_MERCHANT', 'TO_BUYER'])
  })

  test.each([
    ['a carrier alone', { carrier: '顺丰速运' }, 'waybillIncomplete', 'trackingNo'],
    ['a number alone', { trackingNo: 'SF1' }, 'waybillIncomplete', 'carrier'],
  ] as const)('not %s', (_what, half, code, path) => {
    exchange.when(agent, record('GOODS_RECEIVED', half)).thenRefused(code, 'R3.3', { path })
  })

  test.each([
    ['what was done on the spot', exchange, 'PERFORMED'],
    ['an answer', complaint, 'ANSWERED'],
    ['the buyer’s word', sentBack, 'DONE'],
  ] as const)('none of %s', (_what, scenario, step) => {
    for (const [path, sent] of [
      ['carrier', WAYBILL],
      ['trackingNo', { trackingNo: 'SF1' }],
    ] as const)
      scenario.when(actorOf(step), record(step, sent)).thenRefused('waybillNotNeeded', 'R3.3', { path })
  })

  test.each([
    [' ', null],
    [undefined, null],
    ['好'.repeat(500), '好'.repeat(500)],
  ])('a note may be empty, and have 500 characters', (note, kept) => {
    exchange
      .when(agent, record('PERFORMED', { note }))
      .thenEvents({ type: 'ServiceStepRecorded', data: { note: kept } })
    sentBack.when(buyer, record('DONE', { note })).thenEvents({ type: 'ServiceConfirmed', data: { note: kept } })
  })

  test('and no more', () => {
    const note = '好'.repeat(501)
    exchange.when(agent, record('PERFORMED', { note })).thenRefused('textLength', 'R3.3', { path: 'note', max: 500 })
    complaint.when(agent, record('ANSWERED', { note })).thenRefused('textLength', 'R3.4', { path: 'note' })
    sentBack.when(buyer, record('DONE', { note })).thenRefused('textLength', 'R3.3', { path: 'note' })
  })
})

describe.each([
  ['an exchange', sentBack],
  ['a complaint', performed],
])('R3.3 who says nothing in ten days, of %s', (_what, scenario) => {
  const dueAt = OPENED_AT + 10 * DAY
  const done = record('DONE')

  test('confirms in time at exactly their end', () => {
    scenario.at(dueAt).when(buyer, done).thenSettled().thenEvents('ServiceConfirmed')
  })

  test('is too late a millisecond after it: the clock has confirmed', () => {
    scenario
      .at(dueAt + 1)
      .when(buyer, done)
      .thenSettled({ type: 'ServiceExpired', clause: 'R3.3', actor: system, effectiveAt: dueAt, recordedAt: dueAt + 1 })
      .thenRefused('deadlinePassed', 'R0.7', { kind: 'SERVICE_CONFIRM', status: 'CLOSED' })
      .thenState({ closeReason: 'SERVICE_DONE', closedAt: dueAt + 1, refund: null, service: { step: 'DONE' } })
  })

  test('is told so for ever', () => {
    scenario
      .at(dueAt + 1)
      .read()
      .after(90 * DAY)
      .when(buyer, command('openDispute'))
      .thenRefused('deadlinePassed', 'R0.7', { kind: 'SERVICE_CONFIRM' })
  })
})

describe('R3.4 the first answer is a target', () => {
  const dueAt = OPENED_AT + 48 * HOUR
  const told = (...hours: number[]): EventPattern[] =>
    hours.map((hour) => ({
      type: 'DeadlineSoon',
      clause: 'R3.4',
      actor: system,
      effectiveAt: dueAt - hour * HOUR,
      data: { kind: 'SERVICE_ANSWER', dueAt, beforeMs: hour * HOUR },
    }))

  test.each([0, 1, DAY, 900 * DAY])('%d ms after its end nothing has happened, and it can still be given', (late) => {
    const overdue = complaint.at(dueAt + late)
    overdue
      .read()
      .thenSettled()
      .thenState({ status: 'IN_SERVICE', expired: null, deadline: { kind: 'SERVICE_ANSWER', dueAt } })
    overdue
      .when(agent, record('ANSWERED'))
      .thenSettled()
      .thenEvents({ type: 'ServiceStepRecorded', clause: 'R3.4' })
      .thenState({ deadline: null, service: { step: 'ANSWERED' } })
  })

  test('the buyer can still take the case back, or escalate it', () => {
    const overdue = complaint.at(dueAt + DAY)
    overdue.when(buyer, command('withdraw')).thenEvents('Withdrawn')
    overdue.when(buyer, command('openDispute')).thenEvents('DisputeOpened')
  })

  test('is told 24, 6 and 1 h before its end, and at its end, from that millisecond on, and each once', () => {
    let scenario: Case = complaint
    for (const hour of [24, 6, 1, 0]) {
      const at = dueAt - hour * HOUR
      const swept = scenario
        .at(at - 1)
        .sweep()
        .thenEvents()
        .at(at)
        .sweep()
      scenario = swept.thenEvents(...told(hour))
      scenario.sweep().thenEvents()
    }
    scenario
      .thenState({ deadline: { kind: 'SERVICE_ANSWER', dueAt, soonMs: null }, version: complaint.state.version })
      .after(90 * DAY)
      .sweep()
      .thenSettled()
      .thenEvents()
  })

  test.each([
    ['before its end, all of it', -5 * HOUR, [24, 6]],
    ['at its end, all of it', 0, [24, 6, 1, 0]],
    ['a millisecond after it only that it is over', 1, [0]],
    ['a week after it only that it is over', 7 * DAY, [0]],
  ])('after an outage is told %s', (_when, late, hours) => {
    const swept = complaint.at(dueAt + late).sweep()
    swept.thenSettled().thenEvents(...told(...hours))
    swept.sweep().thenEvents()
  })

  test('what was told before is not told again after the outage', () => {
    const once = complaint.at(dueAt - 6 * HOUR).sweep()
    once.thenEvents(...told(24, 6))
    once
      .at(dueAt + 1)
      .sweep()
      .thenEvents(...told(0))
      .sweep()
      .thenEvents()
  })

  test('is told no more once it was given', () => {
    complaint
      .at(dueAt - 30 * HOUR)
      .did(agent, record('ANSWERED'))
      .at(dueAt)
      .sweep()
      .thenEvents()
  })
})
