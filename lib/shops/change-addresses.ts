import type { ShopKeeper } from '@/lib/auth/keeper'
import { ofShop } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { recordSettingChange } from '@/lib/settings/change-store'
import { deleteAddress, lockAddresses, lockUnderWay, rewriteAddress } from './address-store'
import {
  type AddressRefusal,
  isWrittenAlike,
  refuseAddition,
  refuseRemoval,
  refuseRewriting,
} from './domain/address-book'
import { type AddressText, faultsOf, tidyAddress } from './domain/return-address'
import { enterAddress, namedCopy, textOf, turnDefaultTo } from './keep-addresses'
import type { AddressFaulty, AddressMoved, AddressRefused, AddressSaved } from './views'

/** R2.2 The one way for people to change a shop's return addresses; the platform's own is `saveShop`. */

/** One more; a shop's first is its default. */
export async function addAddress(
  keeper: ShopKeeper,
  written: AddressText,
): Promise<AddressSaved | AddressRefused | AddressFaulty> {
  const text = tidyAddress(written)
  const faults = faultsOf(text)
  if (faults.length > 0) return { ok: false, faults }
  return inTransaction(ofShop(keeper.shopId), async (tx) => {
    const book = await lockAddresses(tx, keeper.shopId)
    const refusal = refuseAddition(book, text)
    if (refusal) return refused(refusal)
    return { ok: true, id: await enterAddress(tx, keeper, book, text), underWay: 0 }
  })
}

/** Rewrites it. What cases keep of it stays as it is: they hold copies. `seen`: how it read on the screen. */
export async function changeAddress(
  { shopId, actor }: ShopKeeper,
  id: string,
  { seen, written }: { seen: AddressText; written: AddressText },
): Promise<AddressSaved | AddressRefused | AddressFaulty> {
  const text = tidyAddress(written)
  const faults = faultsOf(text)
  if (faults.length > 0) return { ok: false, faults }
  return inTransaction(ofShop(shopId), async (tx) => {
    const book = await lockAddresses(tx, shopId)
    const refusal = refuseRewriting(book, id, { seen, text })
    if (refusal) return refused(refusal)
    const underWay = await lockUnderWay(tx, shopId, id)
    if (isWrittenAlike(seen, text)) return { ok: true, id, underWay }
    await rewriteAddress(tx, shopId, id, text)
    const change = { kind: 'ReturnAddressChanged', data: { id, before: textOf(seen), after: text } } as const
    await recordSettingChange(tx, { shopId, actor, change })
    return { ok: true, id, underWay }
  })
}

/** R2.1 From now on what is approved by the clock goes there. Done again it changes nothing. */
export async function makeDefault(keeper: ShopKeeper, id: string): Promise<AddressMoved | AddressRefused> {
  return inTransaction(ofShop(keeper.shopId), async (tx) => {
    const book = await lockAddresses(tx, keeper.shopId)
    const address = book.find((one) => one.id === id)
    if (!address) return refused({ code: 'addressUnknown' })
    await turnDefaultTo(tx, keeper, book, address)
    return { ok: true }
  })
}

/** Refused for the last one, the default, and one that goods are on their way to. */
export async function removeAddress({ shopId, actor }: ShopKeeper, id: string): Promise<AddressMoved | AddressRefused> {
  return inTransaction(ofShop(shopId), async (tx) => {
    const book = await lockAddresses(tx, shopId)
    const refusal = refuseRemoval(book, id, await lockUnderWay(tx, shopId, id))
    const address = book.find((one) => one.id === id)
    if (refusal || !address) return refused(refusal ?? { code: 'addressUnknown' })
    await deleteAddress(tx, shopId, id)
    await recordSettingChange(tx, { shopId, actor, change: { kind: 'ReturnAddressRemoved', data: namedCopy(address) } })
    return { ok: true }
  })
}

function refused(refusal: AddressRefusal): AddressRefused {
  return { ok: false, refusal }
}
