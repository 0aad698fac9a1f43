import { describe, test } from 'vitest'
import { occupiesLines, REFUND_TYPES } from './after-sale'
import type { OrderLineFacts } from './decide/application'
import { EXCHANGE_KINDS, OTHER_SERVICES, SERVICE_TYPES } from './service'
import { ACTORS, agent, application, buyer, command, DAY, HOUR, OPENED_AT, order, orderLine } from './testing/builders'
import { agreed, complaint, exchange, sentBack } from './testing/cases'
import { given, whenApplied } from './testing/scenario'

const DELIVERED_AT = OPENED_AT - 3 * DAY
const delivered = (...lines: OrderLineFacts[]) => ({ ...order(...lines), deliveredAt: DELIVERED_AT })
const piece = (lineNo: number, amountFen?: number) => ({ lineNo, quantity: 1, ...(amountFen && { amountFen }) })

describe('what a buyer asks for is served', () => {
  test.each(SERVICE_TYPES)('%s opens a case that nobody has to approve', (type) => {
    const other = OTHER_SERVICES.some((one) => one === type)
    const lines = [piece(1), { lineNo: 2, quantity: 2 }]
    const done = whenApplied(order(orderLine(), orderLine({ lineNo: 2 })), application({ type, lines }))
    done.thenEvents({
      type: 'Applied',
      clause: other ? 'R3.4' : 'R3.2',
      data: { type, amountFen: 0, attempt: 1, previousNo: null },
    })
    given(done.first).thenState({
      status: 'IN_SERVICE',
      amountFen: 0,
      lines: lines.map((line) => ({ ...line, amountFen: 0 })),
      service: { kind: type, step: 'AGREED', originalNo: null, proposal: null, shipments: [] },
      // R3.4 a first answer is owed in 48 hours; R3.3 of an exchange or a repair no clock runs yet
      deadline: other ? { kind: 'SERVICE_ANSWER', dueAt: OPENED_AT + 48 * HOUR, soonMs: 24 * HOUR } : null,
    })
  })

  test.each([
    ['an exchange', exchange],
    ['a complaint', complaint],
  ])('R3.2, R3.4 %s is neither approved nor rejected, whoever was talked to', (_what, scenario) => {
    const talked = scenario.did(agent, command('logContact'))
    for (const type of ['approve', 'reject', 'confirmReceipt'] as const)
      talked.when(agent, command(type)).thenRefused('notAllowedInStatus', undefined, { status: 'IN_SERVICE' })
  })

  test.each(ACTORS.filter(({ role }) => role !== 'BUYER'))('not of %o', (actor) => {
    whenApplied(order(orderLine()), application({ type: 'REPAIR' }), actor).thenRefused('notPermitted')
  })
})

describe('R3.2 an exchange or a repair is owed while the line’s period runs', () => {
  const until = { EXCHANGE: 'exchangeUntil', REPAIR: 'repairUntil' } as const
  const defaults = { EXCHANGE: 15 * DAY, REPAIR: 365 * DAY } as const

  describe.each(EXCHANGE_KINDS)('%s', (type) => {
    const asked = application({ type })

    test.each([
      ['the day before', -DAY, true],
      ['exactly at its end', 0, true],
      ['a millisecond after it', 1, false],
    ])('the days that the platform names: %s', (_when, offset, owed) => {
      const named = orderLine({ [until[type]]: OPENED_AT })
      for (const facts of [order(named), delivered(named)]) {
        const tried = whenApplied(facts, asked, buyer, OPENED_AT + offset)
        if (owed) tried.thenEvents('Applied')
        else tried.thenRefused('afterSalesPeriodOver', 'R3.2', { lineNo: 1, until: OPENED_AT })
      }
    })

    test.each([
      ['exactly at their end', 0, true],
      ['a millisecond after it', 1, false],
    ])('without them so many from the delivery: %s', (_when, offset, owed) => {
      const end = DELIVERED_AT + defaults[type]
      const tried = whenApplied(delivered(orderLine()), asked, buyer, end + offset)
      if (owed) tried.thenEvents('Applied')
      else tried.thenRefused('afterSalesPeriodOver', 'R3.2', { lineNo: 1, until: end })
    })

    test('before the delivery they have not begun to run out', () => {
      whenApplied(order(orderLine()), asked, buyer, OPENED_AT + 900 * DAY).thenEvents('Applied')
      whenApplied({ ...order(orderLine()), deliveredAt: null }, asked).thenEvents('Applied')
    })

    test('the other’s days do not count, and named ones count more than the delivery', () => {
      const other = until[type === 'EXCHANGE' ? 'REPAIR' : 'EXCHANGE']
      whenApplied(order(orderLine({ [other]: 0 })), asked).thenEvents('Applied')
      const later = orderLine({ [until[type]]: OPENED_AT + 900 * DAY })
      whenApplied(delivered(later), asked, buyer, OPENED_AT + 900 * DAY).thenEvents('Applied')
    })

    test('of several lines each has its own: the first that is over is told', () => {
      const lines = [piece(1), piece(2), piece(3)]
      const over = [OPENED_AT - 1, OPENED_AT - DAY].map((end, n) => orderLine({ lineNo: n + 2, [until[type]]: end }))
      whenApplied(order(orderLine(), ...over), application({ type, lines })).thenRefused(
        'afterSalesPeriodOver',
        'R3.2',
        {
          lineNo: 2,
          until: OPENED_AT - 1,
        },
      )
    })
  })

  test.each([...OTHER_SERVICES, ...REFUND_TYPES])('R3.4 %s knows no such period', (type) => {
    const past = orderLine({ exchangeUntil: 0, repairUntil: 0 })
    whenApplied(delivered(past), application({ type }), buyer, OPENED_AT + 900 * DAY).thenEvents('Applied')
  })
})

describe('R3.2 what is served carries no amount, what refunds names one', () => {
  test.each(SERVICE_TYPES)('%s refuses one, of whatever line', (type) => {
    const lines = [piece(1), piece(2, 1)]
    whenApplied(order(orderLine(), orderLine({ lineNo: 2 })), application({ type, lines })).thenRefused(
      'amountNotNeeded',
      'R3.2',
      { path: 'lines.1.amountFen' },
    )
  })

  test.each([
    ['REFUND_ONLY', 'R1.1'],
    ['RETURN_REFUND', 'R2.1'],
  ] as const)('%s needs one', (type, clause) => {
    whenApplied(order(orderLine()), application({ type, lines: [piece(1)] })).thenRefused('amountRequired', clause, {
      path: 'lines.0.amountFen',
    })
  })
})

describe('what else stands against it', () => {
  const apply = (line: Partial<OrderLineFacts>, type: (typeof SERVICE_TYPES)[number] = 'COMPLAINT') =>
    whenApplied(order(orderLine(line)), application({ type }))

  test('R0.8 a case that occupies the line, before the period is looked at', () => {
    apply({ occupiedBy: 'AS0007', exchangeUntil: 0 }, 'EXCHANGE').thenRefused('openCaseExists', 'R0.8', {
      no: 'AS0007',
    })
  })

  test('R4.5 a dismissal, whatever is asked for', () => {
    for (const type of SERVICE_TYPES)
      apply({ dismissedNo: 'AS0007' }, type).thenRefused('disputeFinal', 'R4.5', { no: 'AS0007' })
  })

  test('R0.5 more pieces than were bought', () => {
    const lines = [{ lineNo: 1, quantity: 3 }]
    whenApplied(order(orderLine()), application({ type: 'REPAIR', lines })).thenRefused('quantityExceedsBought', 'R0.5')
  })

  test('nothing, where all the money is back already', () => {
    for (const type of SERVICE_TYPES) apply({ refundedFen: 19_900 }, type).thenEvents('Applied')
  })
})

describe('a service and the rights beside it', () => {
  /** The order line as a case leaves it. */
  const lineAfter = ({ state }: typeof exchange) =>
    orderLine({ latest: state, occupiedBy: occupiesLines(state.status) ? state.no : null })
  const done = sentBack.did(buyer, command('recordServiceStep', { step: 'DONE' }))

  test.each([
    ['an exchange under way', exchange],
    ['one sent back', sentBack],
    ['one that an agreement led to', given(agreed.opens)],
    ['one in dispute', exchange.did(buyer, command('openDispute'))],
  ])('R0.8 no refund meanwhile: %s', (_what, scenario) => {
    const { no } = scenario.state
    for (const type of [...REFUND_TYPES, ...SERVICE_TYPES])
      whenApplied(order(lineAfter(scenario)), application({ type })).thenRefused('openCaseExists', 'R0.8', { no })
  })

  test.each([
    ['done', done],
    ['done by the clock', sentBack.after(10 * DAY + 1).read()],
    ['withdrawn', exchange.did(buyer, command('withdraw'))],
  ])('one that is %s takes no right away, and counts as no attempt', (_what, scenario) => {
    for (const type of [...REFUND_TYPES, ...SERVICE_TYPES])
      whenApplied(order(lineAfter(scenario)), application({ type })).thenEvents({
        type: 'Applied',
        data: { type, attempt: 1, previousNo: null },
      })
  })

  test('R6.1 the buyer takes it back at any step', () => {
    for (const scenario of [exchange, sentBack, complaint, exchange.did(agent, command('openDispute'))])
      scenario
        .when(buyer, command('withdraw'))
        .thenState({ status: 'CLOSED', closeReason: 'BUYER_WITHDRAWN', deadline: null })
  })
})
