import { refundNoOf } from '@/lib/after-sales/domain/after-sale'
import type { KeyKind } from '@/lib/api/openapi/note'
import { database } from '@/tests/support/access'
import { createOrder, mustBe, post, text } from '@/tests/support/api'
import { BY_PLATFORM, bySeller, upload } from '@/tests/support/files'
import { createCaseOf, kindsOfCases, REFUND_ORDERED, STUCK } from './cases-by-status'
import type { Operation } from './operations'
import type { World } from './world'

/** What a path names: its parameters, and what else a body may say of it. */
export type Thing = { params: Readonly<Record<string, string>>; version?: number; contactId?: string | undefined }
/** Makes one that nobody has done anything to yet, as a caller with such a key has it before him. */
export type Maker = (world: World, kind: KeyKind) => Promise<Thing>

/** The things of the own shop that stand at each path, those first that most operations are about. */
const MAKERS: Readonly<Record<string, (operation: Operation) => readonly Maker[]>> = {
  '/shops/{shopId}': () => [async ({ own }) => ({ params: { shopId: own.shopId } })],
  '/orders/{orderNo}': () => [async ({ own }) => ({ params: { orderNo: await createOrder(own.shopId) } })],
  '/after-sales/{no}': ({ fits }) => kindsOfCases(fits ?? ['PENDING_REVIEW']).map(makeCase),
  '/refunds/{no}': () => [makeRefund([...REFUND_ORDERED, STUCK]), makeRefund(REFUND_ORDERED)],
  '/files/{id}': () => [async (world, kind) => ({ params: { id: await fileOf(world, kind) } })],
  '/webhook-endpoints/{id}': () => [async (world, kind) => ({ params: { id: await endpointOf(world, kind) } })],
  '/webhook-endpoints/{id}/deliveries/{deliveryId}': () => [makeDelivery],
}

/** Ways to something for the operation's path, one of which it should fit. Throws where this folder knows nothing of it. */
export function makersFor(operation: Operation): readonly Maker[] {
  if (!operation.path.includes('{')) return [async () => ({ params: {} })]
  const known = Object.keys(MAKERS)
    .filter((path) => operation.path === path || operation.path.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length)
    .find((path) => countParams(path) === countParams(operation.path))
  const makers = known && MAKERS[known]?.(operation)
  if (!makers || makers.length === 0)
    throw new Error(
      `${operation.name}: this test has nothing real to name there. Tell tests/support/api-fuzz/things.ts how one is made.`,
    )
  return makers
}

/** What stands in an example for something real, by the name of the field. */
export const REAL: Readonly<Record<string, (world: World, kind: KeyKind, thing: Thing) => Promise<unknown>>> = {
  shopId: async ({ own }) => own.shopId,
  orderNo: ({ own }) => createOrder(own.shopId),
  returnAddressId: async ({ own }) => own.addressId,
  attachmentIds: async (world, kind) => [await fileOf(world, kind)],
  version: async (_world, _kind, { version }) => version,
  contactId: async (_world, _kind, { contactId }) => contactId,
}

const countParams = (path: string) => path.split('{').length - 1

function makeCase(kind: Parameters<typeof createCaseOf>[1]): Maker {
  return async ({ own }) => {
    const { no, version, service } = await createCaseOf(own.shopId, kind)
    return { params: { no }, version, contactId: service?.proposal?.contactIds[0] }
  }
}

function makeRefund(way: Parameters<typeof createCaseOf>[1]['way']): Maker {
  return async ({ own }) => {
    const { no } = await createCaseOf(own.shopId, { type: 'REFUND_ONLY', way })
    return { params: { no: refundNoOf(no) } }
  }
}

async function fileOf({ own }: World, kind: KeyKind): Promise<string> {
  return (await upload(kind === 'PLATFORM' ? BY_PLATFORM : bySeller(own.shopId))).id
}

/** The only one of its keeper, who may have but so many. An agent keeps none: he stands before his manager's. */
async function endpointOf({ own }: World, kind: KeyKind): Promise<string> {
  const key = own.keys[kind === 'AGENT' ? 'MANAGER' : kind]
  await database.query(`UPDATE "WebhookEndpoint" SET "deletedAt" = clock_timestamp() WHERE "owner" = $1`, [
    kind === 'PLATFORM' ? '' : own.shopId,
  ])
  const url = 'https://erp.example.com/afterdesk'
  return text(mustBe(201, await post('webhook-endpoints', { url }, { key })), 'id')
}

/** One that arrived, about a case of its own. */
async function makeDelivery(world: World, kind: KeyKind): Promise<Thing> {
  const id = await endpointOf(world, kind)
  await createCaseOf(world.own.shopId, { type: 'REFUND_ONLY', way: [] })
  const { rows } = await database.query<{ id: string }>(
    `UPDATE "WebhookDelivery" SET "status" = 'DELIVERED', "nextAttemptAt" = NULL, "waitingSince" = NULL, "finishedAt" = clock_timestamp()
     WHERE "endpointId" = $1 RETURNING "id"`,
    [id],
  )
  const deliveryId = rows[0]?.id
  if (deliveryId === undefined) throw new Error('a case was opened, and no webhook was to be sent')
  return { params: { id, deliveryId } }
}
