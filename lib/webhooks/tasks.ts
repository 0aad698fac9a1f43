import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { carry, hasRoom } from './courier'
import { WEBHOOK_DELIVERY } from './delivery-policy'
import { type Lane, postponeLane } from './jobs-store'
import { beginAttempt } from './lane-store'
import { giveUpWaitingLanes, purgeFinished, reclaimLanes, reviveLanes } from './tidy-store'
import { findProbeLane } from './waiting-store'

const laneSchema = z.object({ endpointId: z.string(), subject: z.string() })
const probeSchema = z.object({ endpointId: z.string() })

/** How long a lane stands back when this process has its hands full; up to twice as long, so that not all come together. */
const FULL_HANDS_MS = 2000

/**
 * The jobs of webhooks, one per lane. A job that returns has handed its lane over, or left it to whom or what it waits for;
 * one that throws has met a defect or lost the database, and the queue repeats it.
 */
export const webhookTasks: TaskList = {
  deliverWebhooks: async (payload) => takeLane(laneSchema.parse(payload)),
  probeWebhookEndpoint: async (payload) => {
    const lane = await findProbeLane(probeSchema.parse(payload).endpointId)
    if (lane) await takeLane(lane)
  },
  reviveWebhooks: async () => {
    await reclaimLanes()
    await reviveLanes()
  },
  tidyWebhooks: async () => {
    await giveUpWaitingLanes()
    await purgeFinished(WEBHOOK_DELIVERY.keepMs)
  },
}

export const WEBHOOK_CRONTAB = '* * * * * reviveWebhooks\n*/10 * * * * tidyWebhooks'

async function takeLane(lane: Lane): Promise<void> {
  if (!hasRoom()) return postponeLane(lane, FULL_HANDS_MS * (1 + Math.random()))
  const attempt = await beginAttempt(lane, WEBHOOK_DELIVERY)
  if (attempt) carry(attempt)
}
