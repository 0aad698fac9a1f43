import { describe, expect, test } from 'vitest'
import { inTransaction } from '@/tests/support/access'
import { act, eventsOf, MANAGER, mustSucceed, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { isScheduled, workOffRefunds } from '@/tests/support/queue'
import { expireLease, only, orderRefund, QUICK, refundOf } from '@/tests/support/refunds'
import { executeRefund } from './execute-refund'
import type { NoAnswer, RefundGateway, RefundOutcome, UnknownRefund } from './gateway'
import { balanceOf, recordPayment } from './ledger'

useDatabase()

/** A gateway that says what it is told to say, in order, and remembers what it was asked. */
function script(answers: {
  create?: (RefundOutcome | NoAnswer)[]
  query?: (RefundOutcome | NoAnswer | UnknownRefund)[]
}) {
  const asked: string[] = []
  const next = <A>(kind: 'create' | 'query', from: A[] | undefined): A => {
    asked.push(kind)
    const answer = from?.shift()
    if (answer === undefined) throw new Error(`nobody expected another ${kind}`)
    return answer
  }
  const gateway: RefundGateway = {
    name: 'HTTP',
    create: async () => next('create', answers.create),
    query: async () => next('query', answers.query),
  }
  return { asked, execute: (refundNo: string) => executeRefund(refundNo, { gateways: only(gateway), policy: QUICK }) }
}

const SUCCEEDED = { status: 'SUCCEEDED' } as const
const ACCEPTED = { status: 'ACCEPTED' } as const
const UNKNOWN = { status: 'UNKNOWN' } as const
const SILENT = { status: 'NO_ANSWER', reason: 'gatewayTimeout' } as const
const FAILED = { status: 'FAILED', reason: 'bank closed', retryable: true } as const
const FAILED_FOR_GOOD = { status: 'FAILED', reason: 'account closed', retryable: false } as const

describe('through the queue and the ledger', () => {
  test('the money goes back, the case is over and no job is left', async () => {
    const { refundNo, no, shopId, orderNo } = await orderRefund()
    await inTransaction((tx) => recordPayment(tx, { shopId, orderNo, currency: 'CNY', totalFen: 20000 }))
    await workOffRefunds()
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 1, leased: false, lastError: null })
    expect(await stateOf(no)).toMatchObject({ status: 'REFUNDED' })
    expect(await balanceOf(shopId, 'CNY')).toBe(7200)
    expect(await isScheduled(refundNo)).toBeNull()
  })

  test('a shop without the money is tried again later', async () => {
    const { refundNo, no, shopId, orderNo } = await orderRefund()
    await workOffRefunds()
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', attempts: 1, lastError: 'insufficientBalance' })
    expect(await stateOf(no)).toMatchObject({ status: 'REFUNDING', refund: { stuck: false } })
    expect(await isScheduled(refundNo)).toBe('later')
    await inTransaction((tx) => recordPayment(tx, { shopId, orderNo, currency: 'CNY', totalFen: 20000 }))
    await executeRefund(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 2, lastError: null })
  })
})

describe('an attempt', () => {
  test('pays at once the first time, and is not repeated when it succeeded', async () => {
    const { refundNo, no } = await orderRefund()
    const { asked, execute } = script({ create: [SUCCEEDED] })
    await execute(refundNo)
    await execute(refundNo)
    expect(asked).toEqual(['create'])
    expect((await eventsOf(no)).filter(({ type }) => type === 'RefundSucceeded')).toHaveLength(1)
  })

  test('asks before it pays again, and takes the answer', async () => {
    const { refundNo, no } = await orderRefund()
    const { asked, execute } = script({ create: [SILENT], query: [SUCCEEDED] })
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', attempts: 1, lastError: 'gatewayTimeout' })
    await execute(refundNo)
    expect(asked).toEqual(['create', 'query'])
    expect((await stateOf(no)).status).toBe('REFUNDED')
  })

  test.each([
    ['knows nothing of it', UNKNOWN],
    ['says that no money has moved', FAILED],
  ])('pays again when the gateway %s', async (_, said) => {
    const { refundNo } = await orderRefund()
    const { asked, execute } = script({ create: [SILENT, SUCCEEDED], query: [said] })
    await execute(refundNo)
    await execute(refundNo)
    expect(asked).toEqual(['create', 'query', 'create'])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 2 })
  })

  test('does not pay while nobody says what became of the last one', async () => {
    const { refundNo, no } = await orderRefund()
    const { asked, execute } = script({ create: [SILENT], query: [SILENT, SILENT] })
    for (let n = 0; n < 3; n++) await execute(refundNo)
    expect(asked).toEqual(['create', 'query', 'query'])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', attempts: 3 })
    expect(await stateOf(no)).toMatchObject({ status: 'REFUNDING', refund: { stuck: true } })
  })

  test('does nothing for a refund that is not there', async () => {
    const { asked, execute } = script({})
    await execute('RF-nowhere')
    expect(asked).toEqual([])
  })

  test('stays with the gateway that was asked first', async () => {
    const { refundNo } = await orderRefund()
    const { execute } = script({ create: [SILENT] })
    await execute(refundNo)
    // the environment names no payment system any more: the ledger would pay a second time
    await executeRefund(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', attempts: 2, lastError: 'gatewayNotConfigured' })
  })

  test('that meets a defect of the gateway is a failed one', async () => {
    const { refundNo } = await orderRefund()
    const { execute } = script({ create: [] })
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', attempts: 1, lastError: 'gatewayDefect' })
  })
})

describe('what the gateway accepted', () => {
  test('is looked after until it is there, and not paid again', async () => {
    const { refundNo, no } = await orderRefund()
    const { asked, execute } = script({ create: [ACCEPTED], query: [ACCEPTED, SILENT, SUCCEEDED] })
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'PENDING', accepted: true, attempts: 1, leased: false })
    expect((await stateOf(no)).status).toBe('REFUNDING')
    expect(await isScheduled(refundNo)).toBe('later')
    for (let n = 0; n < 3; n++) await execute(refundNo)
    expect(asked).toEqual(['create', 'query', 'query', 'query'])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 1 })
  })

  test('and never finishes is stuck, stays accepted, and is looked after again when a person says so', async () => {
    const { refundNo, no } = await orderRefund()
    const { asked, execute } = script({ create: [ACCEPTED], query: [ACCEPTED, ACCEPTED, ACCEPTED, SUCCEEDED] })
    for (let n = 0; n < 4; n++) await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', accepted: true, lastError: 'resultOverdue' })
    mustSucceed(await act(no, MANAGER, { type: 'retryRefund' }))
    await execute(refundNo)
    expect(asked).toEqual(['create', 'query', 'query', 'query', 'query'])
    expect((await stateOf(no)).status).toBe('REFUNDED')
  })

  test.each([
    ['fails', FAILED],
    ['is forgotten', UNKNOWN],
  ])('and then %s is asked about once more and paid again', async (_, said) => {
    const { refundNo } = await orderRefund()
    const { asked, execute } = script({ create: [ACCEPTED, SUCCEEDED], query: [said, said] })
    await execute(refundNo)
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', accepted: false, attempts: 1 })
    await execute(refundNo)
    expect(asked).toEqual(['create', 'query', 'query', 'create'])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 2 })
  })
})

describe('the stuck lane', () => {
  test('takes what failed too often, with what was said last', async () => {
    const { refundNo, no } = await orderRefund()
    const { execute } = script({ create: [FAILED, FAILED, FAILED], query: [UNKNOWN, UNKNOWN] })
    await execute(refundNo)
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', attempts: 2 })
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({
      status: 'STUCK',
      attempts: 3,
      lastError: 'bank closed',
      leased: false,
    })
    expect(await stateOf(no)).toMatchObject({ refund: { stuck: true } })
    expect((await eventsOf(no)).at(-1)).toMatchObject({
      type: 'RefundStuck',
      clause: 'R7.2',
      data: { error: 'bank closed' },
    })
    expect(await isScheduled(refundNo)).toBeNull()
    // it waits for a person: a job that comes all the same does nothing
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', attempts: 3 })
  })

  test('takes what failed for good unheard, once that is heard', async () => {
    const { refundNo } = await orderRefund()
    const { asked, execute } = script({ create: [SILENT], query: [FAILED_FOR_GOOD] })
    await execute(refundNo)
    await execute(refundNo)
    expect(asked).toEqual(['create', 'query'])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', attempts: 2, lastError: 'account closed' })
  })

  test('takes at once what can only fail, and tries it again when a person says so', async () => {
    const { refundNo, no } = await orderRefund()
    const { asked, execute } = script({ create: [FAILED_FOR_GOOD, SUCCEEDED], query: [FAILED_FOR_GOOD] })
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', attempts: 1 })
    mustSucceed(await act(no, MANAGER, { type: 'retryRefund' }))
    expect(await isScheduled(refundNo)).toBe('now')
    await execute(refundNo)
    expect(asked).toEqual(['create', 'query', 'create'])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 2, roundAttempts: 1 })
  })
})

describe('two workers', () => {
  test('at once on one refund: one asks, the others leave', async () => {
    const { refundNo, no } = await orderRefund()
    const { asked, execute } = script({ create: [SUCCEEDED] })
    await Promise.all(Array.from({ length: 8 }, () => execute(refundNo)))
    expect(asked).toEqual(['create'])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 1 })
    expect((await stateOf(no)).status).toBe('REFUNDED')
    expect(await isScheduled(refundNo)).toBeNull()
  })

  test('the second comes while the first is at the gateway: it comes back later', async () => {
    const { refundNo } = await orderRefund()
    const second = script({})
    const gateway: RefundGateway = {
      name: 'HTTP',
      create: async () => {
        await second.execute(refundNo)
        expect(await isScheduled(refundNo)).toBe('later')
        return FAILED
      },
      query: async () => UNKNOWN,
    }
    await executeRefund(refundNo, { gateways: only(gateway), policy: QUICK })
    expect(second.asked).toEqual([])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', attempts: 1, lastError: 'bank closed' })
  })

  test('the first was held up until the second took over: it neither pays nor writes', async () => {
    const { refundNo } = await orderRefund()
    await script({ create: [SILENT] }).execute(refundNo)
    const second = script({ query: [UNKNOWN], create: [SUCCEEDED] })
    const asked: string[] = []
    const gateway: RefundGateway = {
      name: 'HTTP',
      create: async () => {
        asked.push('create')
        return SUCCEEDED
      },
      query: async () => {
        await expireLease(refundNo)
        await second.execute(refundNo)
        return UNKNOWN
      },
    }
    await executeRefund(refundNo, { gateways: only(gateway), policy: QUICK })
    expect([asked, second.asked]).toEqual([[], ['query', 'create']])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 3 })
  })

  test('the first was held up in paying: the second asks, and the late bad news changes nothing', async () => {
    const { refundNo, no } = await orderRefund()
    const second = script({ query: [SUCCEEDED] })
    const gateway: RefundGateway = {
      name: 'HTTP',
      create: async () => {
        await expireLease(refundNo)
        await second.execute(refundNo)
        return FAILED_FOR_GOOD
      },
      query: async () => UNKNOWN,
    }
    await executeRefund(refundNo, { gateways: only(gateway), policy: QUICK })
    expect(second.asked).toEqual(['query'])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', lastError: null })
    expect((await stateOf(no)).status).toBe('REFUNDED')
  })
})
