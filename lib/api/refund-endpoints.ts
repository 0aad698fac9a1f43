import { z } from 'zod'
import { mayAct } from '@/lib/after-sales/domain/permissions'
import { settleForList } from '@/lib/after-sales/sweep'
import { type ApiKey, scopeOfKey } from '@/lib/auth/api-keys'
import { refundCursorSchema } from '@/lib/refunds/cursor'
import { findRefundIn, listRefunds } from '@/lib/refunds/queries'
import { retryStuckRefundByNo, type Standing } from '@/lib/refunds/round-store'
import { admitted } from './admission'
import { answer } from './answer'
import { cursorOf, encodeCursor } from './cursor'
import { reading, writing } from './endpoint'
import type { Operation } from './operation'
import { refundAnswer } from './order-schema'
import { limitSchema } from './page'
import { notFound, notPermitted, problemOfRefusal } from './problem'
import { pageOf } from './schema-parts'

export const refundListQuery = z.strictObject({
  status: z.enum(['PENDING', 'SUCCEEDED', 'FAILED', 'STUCK']).optional(),
  limit: limitSchema,
  cursor: cursorOf(refundCursorSchema).optional(),
})

/** `GET /refunds` */
export const getRefunds: Operation<unknown> = reading({
  summary: 'Refunds, newest first',
  answer: pageOf(refundAnswer),
  query: refundListQuery,
  async run({ key, query }) {
    const scope = scopeOfKey(key)
    await settleForList(scope)
    const { refunds, nextCursor } = await listRefunds(scope, query)
    return answer(200, { data: refunds, nextCursor: nextCursor && encodeCursor(nextCursor) })
  },
})

/** `POST /refunds/{no}/retry`: R7.2, by support or a manager of the shop. */
export const retryRefund: Operation<{ no: string }> = writing({
  summary: 'Send a stuck refund on its way again',
  description: 'As support, or as a manager of the shop (R7.2).',
  answer: refundAnswer,
  async admit({ key, params }) {
    const standing = standingOf(key)
    if (!(await findRefundIn(standing.scope, params.no))) return { ok: false, answer: notFound() }
    return mayAct(standing.actor.role, 'retryRefund') ? admitted : { ok: false, answer: notPermitted() }
  },
  body: z.strictObject({}),
  async run(tx, { key, params }) {
    const retried = await retryStuckRefundByNo(tx, standingOf(key), params.no)
    if (retried.ok) return answer(200, retried.refund)
    return 'missing' in retried ? notFound() : problemOfRefusal(retried.refusal)
  },
})

function standingOf(key: ApiKey): Standing {
  const role = key.kind === 'PLATFORM' ? 'SUPPORT' : key.role
  return { scope: scopeOfKey(key), actor: { role, id: `key:${key.id}` } }
}
