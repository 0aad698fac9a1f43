import { type AddressText, isSameAddress } from './return-address'

/** R2.2 The addresses of a shop: exactly one is the default, and none vanishes while goods are on their way to it. Pure. */

/** Each is read with every return that waits for its decision. The platform, which sets one at a time, is not held to it. */
export const ADDRESSES_PER_SHOP = 50

export type BookedAddress = AddressText & { id: string; isDefault: boolean }

export type AddressRefusal =
  /** There is none, or it is another shop's. */
  | { code: 'addressUnknown' }
  /** The shop has it already. */
  | { code: 'addressKnown'; id: string }
  | { code: 'tooManyAddresses'; max: number }
  /** Somebody else has rewritten it since it was read. */
  | { code: 'addressChanged' }
  | { code: 'addressIsLast' | 'addressIsDefault' }
  /** R2.1 Goods of so many open cases are under way to it, or will be. */
  | { code: 'addressInUse'; cases: number }
  | { code: 'shopUnknown' | 'notPermitted' }

export function refuseAddition(book: readonly BookedAddress[], text: AddressText): AddressRefusal | null {
  return (
    refuseTwin(book, text) ??
    (book.length < ADDRESSES_PER_SHOP ? null : { code: 'tooManyAddresses', max: ADDRESSES_PER_SHOP })
  )
}

/** `seen`: how it read when somebody began to rewrite it. */
export function refuseRewriting(
  book: readonly BookedAddress[],
  id: string,
  { seen, text }: { seen: AddressText; text: AddressText },
): AddressRefusal | null {
  const address = book.find((one) => one.id === id)
  if (!address) return { code: 'addressUnknown' }
  if (!isWrittenAlike(address, seen)) return { code: 'addressChanged' }
  return refuseTwin(
    book.filter((one) => one !== address),
    text,
  )
}

/** `underWay`: the open cases whose goods go to it. */
export function refuseRemoval(book: readonly BookedAddress[], id: string, underWay: number): AddressRefusal | null {
  const address = book.find((one) => one.id === id)
  if (!address) return { code: 'addressUnknown' }
  if (book.length === 1) return { code: 'addressIsLast' }
  if (address.isDefault) return { code: 'addressIsDefault' }
  return underWay > 0 ? { code: 'addressInUse', cases: underWay } : null
}

/** To the letter: whether there is anything to change, or anything was changed meanwhile. */
export function isWrittenAlike(a: AddressText, b: AddressText): boolean {
  return a.name === b.name && a.phone === b.phone && a.region === b.region && a.detail === b.detail
}

function refuseTwin(book: readonly BookedAddress[], text: AddressText): AddressRefusal | null {
  const twin = book.find((one) => isSameAddress(one, text))
  return twin ? { code: 'addressKnown', id: twin.id } : null
}
