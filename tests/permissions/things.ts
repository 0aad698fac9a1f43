import { randomUUID } from 'node:crypto'
import type { AfterSale, AfterSaleType } from '@/lib/after-sales/domain/after-sale'
import { createKey } from '@/lib/auth/api-keys'
import { enterFilter } from '@/lib/saved-filters/change-filters'
import { database } from '@/tests/support/access'
import { STUCK } from '@/tests/support/api-fuzz/cases-by-status'
import { APPROVE, mustPrepare, openDesk } from '@/tests/support/bulk'
import { AGENT, act, apply, createOrder, mustSucceed } from '@/tests/support/cases'
import { DISPUTE, hear } from '@/tests/support/disputes'
import { bySeller, upload } from '@/tests/support/files'
import { hire, makeLink } from '@/tests/support/staff'

/** Things of the shop, each made anew, so that whoever may do something to it finds it as it has to be. */

/** Stands in everything that the shop has: where it may not be read it must not be found. */
export const MARK = '栀MARK5d1e'
/** What a call names, by the parameter's name. */
export type Names = Readonly<Record<string, string>>
/** `userId`: who is about to come. */
export type Maker = (shopId: string, userId: string) => Promise<Names>

/** A shop that has something of everything, all of it marked. */
export async function furnish(shopId: string): Promise<void> {
  await openMarked(shopId, 'REFUND_ONLY')
  await makeDisputed(shopId, '')
  await openMarked(shopId, 'COMPLAINT')
  await database.query(`UPDATE "Shop" SET "name" = $2 WHERE "id" = $1`, [shopId, MARK])
  await database.query(`UPDATE "ReturnAddress" SET "detail" = $2 WHERE "shopId" = $1`, [shopId, MARK])
}

export async function openMarked(shopId: string, type: AfterSaleType = 'REFUND_ONLY'): Promise<AfterSale> {
  const { orderNo } = await createOrder({ shopId })
  await database.query(`UPDATE "Order" SET "buyerName" = $2 WHERE "no" = $1`, [orderNo, MARK])
  await database.query(`UPDATE "OrderLine" SET "title" = $2 WHERE "orderNo" = $1`, [orderNo, MARK])
  return mustSucceed(await apply(orderNo, { type }))
}

export const makeCase: Maker = async (shopId) => ({ no: (await openMarked(shopId)).no })

/** One that both sides have said all about. */
export const makeDisputed: Maker = async (shopId) => {
  const { no } = await openMarked(shopId)
  mustSucceed(await act(no, AGENT, { ...DISPUTE, statement: `${MARK} ${DISPUTE.statement}` }))
  await hear(no)
  return { no }
}

/** One that who comes has taken. */
export const makeClaimed: Maker = async (shopId, userId) => {
  const { no } = await makeDisputed(shopId, userId)
  await database.query(`INSERT INTO "DisputeClaim" ("shopId", "afterSaleNo", "userId") VALUES ($1, $2, $3)`, [
    shopId,
    no,
    userId,
  ])
  return { no: no ?? '' }
}

/** One whose sides are still heard. */
export const makeHeard: Maker = async (shopId) => {
  const { no } = await openMarked(shopId)
  mustSucceed(await act(no, AGENT, DISPUTE))
  return { no }
}

export const makeStuck: Maker = async (shopId) => {
  const { no } = await openMarked(shopId)
  mustSucceed(await act(no, AGENT, { type: 'approve' }))
  const [system, stuck] = STUCK
  mustSucceed(await act(no, system, stuck))
  return { no }
}

export const makeFile: Maker = async (shopId) => ({ id: (await upload(bySeller(shopId))).id })

export const makeApiKey: Maker = async (shopId) => {
  const name = `${MARK} ${randomUUID().slice(0, 8)}`
  await createKey({ name, shopId, role: 'AGENT' })
  return { id: await idOf(`SELECT "id" FROM "ApiKey" WHERE "name" = $1`, name) }
}

export const makeColleague: Maker = async (shopId) => ({
  userId: (await hire({ [shopId]: 'AGENT' }, { name: MARK })).userId,
})

/** A case, and whom it can be given to. */
export const makeAssignable: Maker = async (shopId, userId) => ({
  ...(await makeCase(shopId, userId)),
  ...(await makeColleague(shopId, userId)),
})

export const makeFormer: Maker = async (shopId, who) => {
  const former = await makeColleague(shopId, who)
  await database.query(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1`, [former.userId])
  return former
}

/** By a manager of the shop, whose invitations are few. */
export const makeInvitation: Maker = async (shopId) => {
  await database.query(`DELETE FROM "Invitation" WHERE "shopId" = $1`, [shopId])
  const inviter = await hire({ [shopId]: 'MANAGER' })
  const { id, token } = await makeLink(shopId, inviter, `${randomUUID()}@new.example`)
  return { id, token }
}

export const makeAddress: Maker = async (shopId) => {
  const id = randomUUID()
  await database.query(`DELETE FROM "ReturnAddress" WHERE "shopId" = $1 AND "id" LIKE '%-%'`, [shopId])
  await database.query(
    `INSERT INTO "ReturnAddress" ("shopId", "id", "name", "phone", "region", "detail") VALUES ($1, $2, $3, $4, $5, $6)`,
    [shopId, id, ADDRESS.name, ADDRESS.phone, ADDRESS.region, ADDRESS.detail],
  )
  return { id }
}
export const ADDRESS = {
  name: '南栀售后',
  phone: '0575-84110000',
  region: '浙江省 绍兴市 柯桥区',
  detail: '纺都路 8 号',
}

/** Two of his own: the first of them can go down. */
export const makeFilter: Maker = async (shopId, userId) => {
  await database.query(`DELETE FROM "SavedFilter" WHERE "shopId" = $1 AND "userId" = $2`, [shopId, userId])
  const owner = { shopId, userId }
  const first = await enterFilter(owner, { name: MARK, query: 'tab=MERCHANT' })
  await enterFilter(owner, { name: '待买家', query: 'tab=BUYER' })
  if (!first.ok) throw new Error('the filter was not kept')
  return { id: first.id }
}

/** His own run, prepared. */
export const makeRun: Maker = async (shopId, userId) => {
  const { no } = await openMarked(shopId)
  const desk = await openDesk({ shopId })
  const { id } = await mustPrepare(desk, APPROVE, { nos: [no] })
  await database.query(`UPDATE "BulkRun" SET "userId" = $2 WHERE "id" = $1`, [id, userId])
  return { id }
}

/** The same, confirmed: what was only prepared has no results yet. */
export const makeStarted: Maker = async (shopId, userId) => {
  const { id } = await makeRun(shopId, userId)
  await database.query(`UPDATE "BulkRun" SET "state" = 'RUNNING', "startedAt" = app_now() WHERE "id" = $1`, [id])
  return { id: id ?? '' }
}

export const makeTab: Maker = async (shopId, userId) => ({
  ...(await makeCase(shopId, userId)),
  tabId: randomUUID().replaceAll('-', ''),
})

/** Nothing has such a name; of each the form is right. */
export function unknownLike(names: Names): Names {
  const like: Names = {
    shopId: 'shop-nowhere',
    no: 'AS00000000000',
    id: '00000000-0000-4000-8000-000000000000',
  }
  return Object.fromEntries(
    Object.entries(names).map(([name, value]) => {
      if (name === 'tabId') return [name, value]
      return [name, value.startsWith('file_') ? `file_${'0'.repeat(32)}` : (like[name] ?? like.id ?? '')]
    }),
  )
}

export async function idOf(sql: string, param: unknown): Promise<string> {
  const { rows } = await database.query<{ id: string }>(sql, [param])
  const [row] = rows
  if (!row) throw new Error(`nothing: ${sql}`)
  return row.id
}
