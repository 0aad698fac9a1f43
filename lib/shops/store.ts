import type { Actor, ReturnAddressCopy } from '@/lib/after-sales/domain/after-sale'
import type { Tx } from '@/lib/db/transaction'
import { lockAddresses } from './address-store'
import type { ShopRequest } from './commands'
import { isWrittenAlike } from './domain/address-book'
import { enterAddress, turnDefaultTo } from './keep-addresses'

export type SavedShop = { id: string; name: string; returnAddress: ReturnAddressCopy }

/** Creates the shop or takes over its name, and makes the address its default; one that is there already is not kept twice. */
export async function saveShop(
  tx: Tx,
  actor: Actor,
  id: string,
  { name, returnAddress }: ShopRequest,
): Promise<SavedShop> {
  await tx.query(
    `INSERT INTO "Shop" ("id", "name") VALUES ($1, $2) ON CONFLICT ("id") DO UPDATE SET "name" = EXCLUDED."name"`,
    [id, name],
  )
  const keeper = { shopId: id, actor }
  const book = await lockAddresses(tx, id)
  const present = book.find((one) => isWrittenAlike(one, returnAddress))
  const addressId = present?.id ?? (await enterAddress(tx, keeper, book, returnAddress))
  await turnDefaultTo(tx, keeper, book, { id: addressId, ...returnAddress })
  return { id, name, returnAddress: { id: addressId, ...returnAddress } }
}
