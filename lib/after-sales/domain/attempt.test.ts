import { describe, test } from 'vitest'
import { AFTER_SALE_TYPES, type AfterSale, occupiesLines } from './after-sale'
import type { LatestCase } from './decide/application'
import { isServiceType } from './service'
import { application, DAY, OPENED_AT, order, orderLine } from './testing/builders'
import { awaitingReturn, refunding, rejected, withdrawn } from './testing/cases'
import { whenApplied } from './testing/scenario'

const piece = (lineNo: number) => ({ lineNo, quantity: 1, amountFen: 5_000 })

describe('R1.4 the buyer applies again', () => {
  const latest = (status: LatestCase['status'], attempt = 1, no = 'AS0001', openedAt = OPENED_AT - DAY) => ({
    latest: { no, status, attempt, openedAt },
  })
  const lines = [piece(1), piece(2)]

  test.each([
    ['after a rejection', latest('REJECTED'), 2, 'AS0001'],
    ['after the third rejection', latest('REJECTED', 3), 4, 'AS0001'],
    ['without limit', latest('REJECTED', 57), 58, 'AS0001'],
    ['after a withdrawal', latest('CLOSED'), 1, null],
    ['after a withdrawn second attempt', latest('CLOSED', 2), 1, null],
    ['after a refund', latest('REFUNDED', 2), 1, null],
    ['for the first time', {}, 1, null],
  ] as const)('%s, with any type', (_what, history, attempt, previousNo) => {
    for (const type of AFTER_SALE_TYPES) {
      // what is served is owed by its own clause, however often it is asked for
      const clause = attempt > 1 && !isServiceType(type) ? 'R1.4' : undefined
      whenApplied(order(orderLine(history)), application({ type })).thenEvents({
        type: 'Applied',
        ...(clause && { clause }),
        data: { type, attempt, previousNo },
      })
    }
  })

  const older = OPENED_AT - 9 * DAY
  test.each([
    ['a newer rejection', latest('CLOSED', 1, 'AS0003', older), latest('REJECTED', 3), 4, 'AS0001'],
    ['a newer withdrawal', latest('CLOSED'), latest('REJECTED', 3, 'AS0003', older), 1, null],
    ['a newer refund', latest('REFUNDED'), latest('REJECTED', 1, 'AS0003', older), 1, null],
    ['a rejection beside no case', {}, latest('REJECTED', 2), 3, 'AS0001'],
    ['two rejections', latest('REJECTED', 5, 'AS0003', older), latest('REJECTED', 1), 2, 'AS0001'],
    ['two at one instant, by number', latest('REJECTED', 1, 'AS0003'), latest('CLOSED'), 2, 'AS0003'],
  ] as const)('on lines with different histories: %s', (_what, first, second, attempt, previousNo) => {
    const data = { attempt, previousNo }
    const one = order(orderLine(first), orderLine({ lineNo: 2, ...second }))
    whenApplied(one, application({ lines })).thenEvents({ type: 'Applied', data })
    const other = order(orderLine(second), orderLine({ lineNo: 2, ...first }))
    whenApplied(other, application({ lines })).thenEvents({ type: 'Applied', data })
  })

  test('only the lines applied for count', () => {
    const facts = order(orderLine(), orderLine({ lineNo: 2, ...latest('REJECTED') }))
    whenApplied(facts, application()).thenEvents({ type: 'Applied', data: { attempt: 1, previousNo: null } })
  })

  const historyOf = ({ no, status, attempt, openedAt }: AfterSale) => ({
    occupiedBy: occupiesLines(status) ? no : null,
    latest: { no, status, attempt, openedAt },
  })

  test.each([
    ['rejected', rejected, 2],
    ['withdrawn', withdrawn, 1],
    ['closed by the clock', awaitingReturn.after(10 * DAY + 1).read(), 1],
  ])('after a case that was really %s', (_what, { state }, attempt) => {
    const facts = order(orderLine(historyOf(state)))
    whenApplied(facts, application()).thenEvents({ type: 'Applied', data: { attempt } })
  })

  test('not while the case waits for the gateway', () => {
    whenApplied(order(orderLine(historyOf(refunding.state))), application()).thenRefused('openCaseExists', 'R0.8', {
      no: 'AS0001',
    })
  })
})
