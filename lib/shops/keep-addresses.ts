import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { Tx } from '@/lib/db/transaction'
import { recordSettingChange } from '@/lib/settings/change-store'
import { insertAddress, moveDefault } from './address-store'
import type { BookedAddress } from './domain/address-book'
import type { AddressText } from './domain/return-address'

/** What managers and the platform do alike to addresses that are locked already, and how it is remembered. */

type Keeper = { shopId: string; actor: Actor }

/** Returns its id; a shop's first is its default. */
export async function enterAddress(
  tx: Tx,
  { shopId, actor }: Keeper,
  book: readonly BookedAddress[],
  text: AddressText,
): Promise<string> {
  const isDefault = book.length === 0
  const id = await insertAddress(tx, shopId, text, isDefault)
  const data = { id, address: textOf(text), isDefault }
  await recordSettingChange(tx, { shopId, actor, change: { kind: 'ReturnAddressAdded', data } })
  return id
}

/** `book`: as it was; nothing happens to the one that is the default already. */
export async function turnDefaultTo(
  tx: Tx,
  { shopId, actor }: Keeper,
  book: readonly BookedAddress[],
  { id, ...address }: AddressText & { id: string },
): Promise<void> {
  const previous = book.find(({ isDefault }) => isDefault)
  if (book.length === 0 || previous?.id === id) return
  await moveDefault(tx, shopId, id)
  const data = { id, address: textOf(address), previous: previous ? namedCopy(previous) : null }
  await recordSettingChange(tx, { shopId, actor, change: { kind: 'ReturnAddressDefaultChanged', data } })
}

export function namedCopy({ id, ...address }: AddressText & { id: string }): { id: string; address: AddressText } {
  return { id, address: textOf(address) }
}

export function textOf({ name, phone, region, detail }: AddressText): AddressText {
  return { name, phone, region, detail }
}
