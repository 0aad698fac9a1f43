import { beforeAll, describe, expect, it } from 'vitest'
import type { ServiceType } from '@/lib/after-sales/domain/service'
import { database } from '@/tests/support/access'
import { AGENT, act, BUYER, HOUR, mustSucceed, openCase, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { forecastQueue } from './forecast-queries'
import { loadQueue } from './queries'
import type { QueueRow } from './views'

useDatabase()

const scope = shopScope('forecast')

/** Falls due in the nth hour from now, in its middle; the present one's end is too near to any instant of a test. */
async function dueInHour(no: string, hour: number, amountFen: number) {
  await database.query(
    `UPDATE "AfterSale" SET "dueAt" = date_trunc('hour', app_now()) + $2 * interval '1 hour' + interval '30 minutes', "amountFen" = $3
     WHERE "no" = $1`,
    [no, hour, amountFen],
  )
}

async function openReceipt(): Promise<string> {
  const { no } = await openCase('RETURN_REFUND', 'forecast')
  mustSucceed(await act(no, AGENT, { type: 'approve' }))
  mustSucceed(await act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: `SF${no}` }))
  return no
}

const openService = async (type: ServiceType) => (await openCase(type, 'forecast')).no

describe('the forecast', () => {
  beforeAll(async () => {
    await dueInHour((await openCase('REFUND_ONLY', 'forecast')).no, 3, 1000)
    await dueInHour((await openCase('REFUND_ONLY', 'forecast')).no, 3, 250)
    await dueInHour((await openCase('RETURN_REFUND', 'forecast')).no, 3, 7000)
    await dueInHour(await openReceipt(), 3, 40)
    await dueInHour((await openCase('REFUND_ONLY', 'forecast')).no, 47, 11)
    await dueInHour((await openCase('REFUND_ONLY', 'forecast')).no, 48, 100_000)
    // nothing follows from the end of a target, and what waits for the buyer is not the shop's to lose
    await dueInHour(await openService('COMPLAINT'), 3, 0)
    const buyers = (await openCase('RETURN_REFUND', 'forecast')).no
    mustSucceed(await act(buyers, AGENT, { type: 'approve' }))
    await dueInHour(buyers, 3, 9999)
  })

  it('says of every hour what the list of that hour shows', async () => {
    const { hours } = await forecastQueue(scope)
    expect(hours[3]).toMatchObject({ refundCases: 3, refundFen: 1290, returnCases: 1, returnFen: 7000 })
    expect(hours[47]).toMatchObject({ refundCases: 1, refundFen: 11, returnCases: 0 })
    for (const { startsAt, ...told } of hours) {
      const { rows } = await loadQueue(scope, { tab: 'MERCHANT', dueHour: startsAt })
      expect(numbersOf(rows)).toEqual(told)
    }
  })

  it('gives an hour the same list however often it is asked, in every order', async () => {
    const { hours } = await forecastQueue(scope)
    const list = async (sort: 'DUE' | 'AMOUNT' | 'NEWEST') => {
      const { rows } = await loadQueue(scope, { tab: 'MERCHANT', dueHour: hours[3]?.startsAt, sort })
      return rows.map(({ no }) => no).sort()
    }
    const first = await list('DUE')
    expect(first).toHaveLength(4)
    for (const sort of ['DUE', 'AMOUNT', 'NEWEST'] as const) expect(await list(sort)).toEqual(first)
  })

  it('cuts its bars at full hours', async () => {
    const { hours, now } = await forecastQueue(scope)
    expect(hours.map(({ startsAt }) => startsAt - (now - (now % HOUR)))).toEqual(hours.map((_, n) => n * HOUR))
  })
})

function numbersOf(rows: QueueRow[]) {
  const of = (outcome: string) => rows.filter(({ consequence }) => consequence?.outcome === outcome)
  const sum = (some: QueueRow[]) => some.reduce((fen, { amountFen }) => fen + amountFen, 0)
  const [refunds, returns] = [of('REFUND'), of('APPROVE_RETURN')]
  expect(refunds.length + returns.length).toBe(rows.length)
  return {
    refundCases: refunds.length,
    refundFen: sum(refunds),
    returnCases: returns.length,
    returnFen: sum(returns),
  }
}
