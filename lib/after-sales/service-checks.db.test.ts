import { describe, expect, it } from 'vitest'
import { database } from '@/tests/support/access'
import { AGENT, act, BUYER, mustSucceed, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { WAYBILL } from '@/tests/support/disputes'

useDatabase()

describe('the database by itself', () => {
  const stopped = `"dueKind" = NULL, "dueAt" = NULL, "soonMs" = NULL`
  const final = `${stopped}, "waitingOn" = NULL, "closedAt" = app_now()`

  it.each([
    ['a service with an amount', `"amountFen" = 1`, 'AfterSale_amountFen_check'],
    ['a service in review', `"status" = 'PENDING_REVIEW', "dueKind" = 'REVIEW'`, 'AfterSale_service_status'],
    [
      'a rejected service',
      `"status" = 'REJECTED', "rejectionCode" = 'OTHER', "rejectionText" = '已经说明不符合条件了', "awareAt" = app_now(), "rejectedAt" = app_now(), ${final}`,
      'AfterSale_service_status',
    ],
    ['a step that the service is not at', `"serviceStep" = 'ANSWERED', ${stopped}`, 'AfterSale_service_step'],
    ['a service of another kind than its type', `"type" = 'SETUP'`, 'AfterSale_service_step'],
    ['a target that is not there', `${stopped}`, 'AfterSale_status_deadline'],
    ['the wrong party waited for', `"waitingOn" = 'BUYER'`, 'AfterSale_status_waiting'],
    [
      'what is done without having been',
      `"status" = 'CLOSED', "closeReason" = 'SERVICE_DONE', ${final}`,
      'AfterSale_service_done',
    ],
    [
      'a service settled by one',
      `"status" = 'CLOSED', "closeReason" = 'OFFLINE_REPAIR', ${final}`,
      'AfterSale_service_done',
    ],
    [
      'a refund without its amount',
      `"status" = 'REFUNDING', "refundOrigin" = 'DISPUTE_RULING', "waitingOn" = 'GATEWAY', ${stopped}`,
      'AfterSale_refund_part',
    ],
  ])('refuses %s', async (_, change, constraint) => {
    const { no } = await openCase('COMPLAINT')
    await expect(database.query(`UPDATE "AfterSale" SET ${change} WHERE "no" = $1`, [no])).rejects.toMatchObject({
      constraint,
    })
  })

  it.each([
    [
      'a proposal on goods that are on their way',
      `"service" = '{"step": null, "kind": "REPAIR"}'`,
      'AfterSale_proposal',
    ],
    ['a return under service', `"status" = 'IN_SERVICE', ${stopped}`, 'AfterSale_service_status'],
    ['a service without a step', `"type" = 'EXCHANGE'`, 'AfterSale_service_type'],
    ['a time told at its end that is no target', `"soonMs" = 0`, 'AfterSale_soon_deadline'],
    ['a return of nothing', `"amountFen" = 0`, 'AfterSale_amountFen_check'],
  ])('refuses %s', async (_, change, constraint) => {
    const { no } = await openCase('RETURN_REFUND')
    mustSucceed(await act(no, AGENT, { type: 'approve' }))
    mustSucceed(await act(no, BUYER, WAYBILL))
    await expect(database.query(`UPDATE "AfterSale" SET ${change} WHERE "no" = $1`, [no])).rejects.toMatchObject({
      constraint,
    })
  })
})
