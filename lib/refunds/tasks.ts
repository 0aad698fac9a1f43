import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { executeRefund } from './execute-refund'
import { reviveRefunds } from './tidy-store'

const payloadSchema = z.object({ refundNo: z.string() })

/**
 * The jobs of refunds, keyed by refund number. A job that returns is done: the next one stands in the queue already.
 * One that throws has met a defect or lost the database; the queue repeats it, or the end of its lease does. One whose
 * worker died before it began is missed within minutes.
 */
export const refundTasks = {
  refund: async (payload) => executeRefund(payloadSchema.parse(payload).refundNo),
  reviveRefunds: async () => reviveRefunds(),
} satisfies TaskList

export const REFUND_CRONTAB = '* * * * * reviveRefunds'
