import type { AfterSale } from '@/lib/after-sales/domain/after-sale'
import type { CommandOf } from '@/lib/after-sales/domain/commands'
import { database } from '@/tests/support/access'
import { AGENT, act, mustSucceed, openCase, stateOf } from '@/tests/support/cases'

/** Returns that may be settled by a service, and services: what the tests of both begin with. */

export const PROPOSAL: CommandOf<'proposeService'> = {
  type: 'proposeService',
  kind: 'EXCHANGE',
  note: '换一条同款全新的，来回运费由我们承担',
}
export const AGREEMENT: CommandOf<'answerProposal'> = { type: 'answerProposal', accept: true }
export const CONTACT = { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '买家同意换货' } as const
export const CONFIRMED: CommandOf<'recordServiceStep'> = { type: 'recordServiceStep', step: 'DONE' }

export function step(
  name: CommandOf<'recordServiceStep'>['step'],
  change: Partial<CommandOf<'recordServiceStep'>> = {},
): CommandOf<'recordServiceStep'> {
  return { type: 'recordServiceStep', step: name, note: '已处理', ...change }
}

/** A return that waits for the buyer's answer to a proposal. */
export async function openProposed(shopId?: string): Promise<AfterSale> {
  const { no } = await openCase('RETURN_REFUND', shopId)
  return mustSucceed(await act(no, AGENT, PROPOSAL))
}

/** The service case that an agreement led to. */
export async function serviceOf(returnNo: string): Promise<AfterSale> {
  const { rows } = await database.query<{ no: string }>(
    `SELECT "no" FROM "AfterSale" WHERE "service" ->> 'originalNo' = $1`,
    [returnNo],
  )
  const [row, ...more] = rows
  if (!row || more.length > 0) throw new Error(`case ${returnNo} led to ${rows.length} services`)
  return stateOf(row.no)
}

/** A repair that the buyer has to confirm. */
export async function openSentBack(shopId?: string): Promise<AfterSale> {
  const { no } = await openCase('REPAIR', shopId)
  mustSucceed(await act(no, AGENT, step('GOODS_RECEIVED')))
  return mustSucceed(await act(no, AGENT, step('SENT_BACK', { carrier: '顺丰速运', trackingNo: 'SF2' })))
}
