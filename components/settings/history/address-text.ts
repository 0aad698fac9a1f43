import { ADDRESS_FIELDS, type AddressText } from '@/lib/shops/domain/return-address'

/** A return address on one line. */
export function sayAddress({ name, phone, region, detail }: AddressText): string {
  return [name, phone, region, detail].join(' ')
}

/** What became of which part of an address: the parts that stayed are left out. */
export function sayAddressChange({ before, after }: { before: AddressText; after: AddressText }): string {
  return ADDRESS_FIELDS.flatMap((field) =>
    before[field] === after[field] ? [] : [`${before[field]} → ${after[field]}`],
  ).join(' · ')
}
