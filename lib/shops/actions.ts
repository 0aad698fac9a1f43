'use server'

import type { z } from 'zod'
import { asKeeper } from '@/lib/auth/keeper'
import * as addresses from './change-addresses'
import { addressChangeSchema, addressChoiceSchema, newAddressSchema } from './commands'
import type { AddressFaulty, AddressInvalid, AddressMoved, AddressRefused, AddressSaved } from './views'

/** Only the shop's managers keep its addresses. */

type Choice = z.input<typeof addressChoiceSchema>

export async function addReturnAddress(
  input: z.input<typeof newAddressSchema>,
): Promise<AddressSaved | AddressRefused | AddressFaulty | AddressInvalid> {
  const request = newAddressSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, address } = request.data
  return asKeeper(shopId, { code: 'shopUnknown' }, (keeper) => addresses.addAddress(keeper, address))
}

export async function changeReturnAddress(
  input: z.input<typeof addressChangeSchema>,
): Promise<AddressSaved | AddressRefused | AddressFaulty | AddressInvalid> {
  const request = addressChangeSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id, seen, address } = request.data
  const change = { seen, written: address }
  return asKeeper(shopId, { code: 'addressUnknown' }, (keeper) => addresses.changeAddress(keeper, id, change))
}

export async function makeDefaultAddress(input: Choice): Promise<AddressMoved | AddressRefused | AddressInvalid> {
  const request = addressChoiceSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id } = request.data
  return asKeeper(shopId, { code: 'addressUnknown' }, (keeper) => addresses.makeDefault(keeper, id))
}

export async function removeReturnAddress(input: Choice): Promise<AddressMoved | AddressRefused | AddressInvalid> {
  const request = addressChoiceSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id } = request.data
  return asKeeper(shopId, { code: 'addressUnknown' }, (keeper) => addresses.removeAddress(keeper, id))
}
