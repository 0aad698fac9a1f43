import { createEndpoint } from '@/lib/webhooks/endpoint-store'
import { database, inTransaction } from '@/tests/support/access'
import { MANAGER } from '@/tests/support/cases'
import { idOf, MARK, type Maker, openMarked } from './things'

/** Endpoints of webhooks and what goes there. */

/** The shop's only one: it may have but so many. */
export const makeEndpoint: Maker = async (shopId) => {
  await database.query(`UPDATE "WebhookEndpoint" SET "deletedAt" = clock_timestamp() WHERE "shopId" = $1`, [shopId])
  const url = `https://93.184.215.14/${MARK.replace('栀', '')}`
  const made = await inTransaction((tx) => createEndpoint(tx, { shopId, actor: MANAGER }, { url, types: null }))
  if (made === 'full') throw new Error('there are too many endpoints')
  return { id: made.id, endpointId: made.id }
}

/** One that nothing goes to for the time being. */
export const makeBroken: Maker = async (shopId, userId) => {
  const endpoint = await makeEndpoint(shopId, userId)
  await openMarked(shopId)
  await database.query(
    `UPDATE "WebhookDelivery" SET "nextAttemptAt" = clock_timestamp() + interval '1 hour' WHERE "endpointId" = $1`,
    [endpoint.id],
  )
  return endpoint
}

/** One that arrived. */
export const makeDelivery: Maker = async (shopId, userId) => {
  const endpoint = await makeEndpoint(shopId, userId)
  await openMarked(shopId)
  const deliveryId = await idOf(
    `UPDATE "WebhookDelivery" SET "status" = 'DELIVERED', "nextAttemptAt" = NULL, "waitingSince" = NULL,
       "finishedAt" = clock_timestamp() WHERE "endpointId" = $1 RETURNING "id"`,
    endpoint.id,
  )
  return { ...endpoint, deliveryId }
}
