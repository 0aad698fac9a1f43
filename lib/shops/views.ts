import type { AddressRefusal, BookedAddress } from './domain/address-book'
import type { AddressFault } from './domain/return-address'

/** An address as the settings show it. `underWay`: the open cases whose goods go there. */
export type AddressView = BookedAddress & { underWay: number }

export type AddressRefused = { ok: false; refusal: AddressRefusal }
/** What was written has faults, each at its field. */
export type AddressFaulty = { ok: false; faults: AddressFault[] }
/** What was sent is no request of the screen's. */
export type AddressInvalid = { ok: false; invalid: true }

/** `underWay`: what was sent off before goes to where it said then. */
export type AddressSaved = { ok: true; id: string; underWay: number }
export type AddressMoved = { ok: true }
