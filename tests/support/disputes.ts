import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Actor, AfterSale, AfterSaleType } from '@/lib/after-sales/domain/after-sale'
import type { CommandOf } from '@/lib/after-sales/domain/commands'
import { replay } from '@/lib/after-sales/domain/evolve'
import { database } from '@/tests/support/access'
import { AGENT, act, BUYER, eventsOf, mustSucceed, openCase, stateOf } from '@/tests/support/cases'

/** Cases that the platform was asked to decide: what the tests of disputes begin with. */

export const SUPPORT: Actor = { role: 'SUPPORT', id: 'support-1' }

export const DISPUTE: CommandOf<'openDispute'> = {
  type: 'openDispute',
  reason: 'CLAIM_UNFOUNDED',
  statement: '照片与实物不符，请平台判断',
}
export const DONE: CommandOf<'submitEvidence'> = { type: 'submitEvidence', text: '出库照片见附件', done: true }
export const REJECTION = { type: 'reject', reasonCode: 'OTHER', text: '已经和您说明，不符合退款条件' } as const
export const WAYBILL = { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF1' } as const

export function ruling(change: Partial<CommandOf<'ruleDispute'>> = {}): CommandOf<'ruleDispute'> {
  return { type: 'ruleDispute', liability: 'MERCHANT', outcome: 'REFUND', rationale: '照片显示瑕疵属实', ...change }
}

/** A case in dispute, opened by the merchant out of its review. */
export async function openDisputed(type: AfterSaleType = 'REFUND_ONLY', shopId?: string): Promise<AfterSale> {
  const { no } = await openCase(type, shopId)
  return mustSucceed(await act(no, AGENT, DISPUTE))
}

/** Both sides say that they have said all. */
export async function hear(no: string): Promise<AfterSale> {
  mustSucceed(await act(no, AGENT, DONE))
  return mustSucceed(await act(no, BUYER, DONE))
}

/** A case that waits for a ruling. */
export async function openUnderReview(type: AfterSaleType = 'REFUND_ONLY', shopId?: string): Promise<AfterSale> {
  const { no } = await openDisputed(type, shopId)
  return hear(no)
}

/** A rejected case, with a buyer who is aware. */
export async function openRejected(type: AfterSaleType = 'REFUND_ONLY', shopId?: string): Promise<AfterSale> {
  const { no } = await openCase(type, shopId)
  mustSucceed(await act(no, AGENT, { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '已说明' }))
  return mustSucceed(await act(no, AGENT, REJECTION))
}

/** Somebody of the platform's support. */
export async function createSupport(name = '小沈'): Promise<string> {
  const id = `support-${randomUUID()}`
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "support") VALUES ($1, $1 || '@platform.example', $2, '-', TRUE)`,
    [id, name],
  )
  return id
}

/** The row is the sum of the events. */
export async function expectReplays(no: string): Promise<AfterSale> {
  const state = await stateOf(no)
  expect(replay(await eventsOf(no))).toEqual(state)
  return state
}
