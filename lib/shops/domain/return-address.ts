/** R2.2 Where goods go back to: how an address is written, and what is wrong with one. Pure. */

export const ADDRESS_FIELDS = ['name', 'phone', 'region', 'detail'] as const
export type AddressField = (typeof ADDRESS_FIELDS)[number]
export type AddressText = Record<AddressField, string>

/** Characters of each; a detail has some, too. */
export const ADDRESS_MAX: Record<AddressField, number> = { name: 64, phone: 32, region: 100, detail: 200 }
export const DETAIL_MIN = 4

export type AddressFault =
  | { path: AddressField; code: 'missing' | 'unprintable' | 'phoneShape' | 'regionShape' }
  | { path: AddressField; code: 'tooLong' | 'tooShort'; limit: number }

/** A mobile, a landline with its area code or a service number; each may have an extension. */
const PHONE = /^(1[3-9]\d{9}|0(10|2\d)-?\d{8}|0[3-9]\d{2}-?\d{7,8}|[48]00-?\d{3}-?\d{4})(-\d{1,6})?$/
/** It stands on a parcel's label, on one line. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
const ADMINISTRATIVE = /[省市区县州盟旗]/g

/** As it is kept, whichever way it was typed or pasted. */
export function tidyAddress({ name, phone, region, detail }: AddressText): AddressText {
  return { name: tidy(name), phone: tidyPhone(phone), region: tidyRegion(region), detail: tidy(detail) }
}

/** Everything that is wrong with a tidied address, in the order of its fields. */
export function faultsOf(address: AddressText): AddressFault[] {
  return ADDRESS_FIELDS.flatMap((path) => faultOf(path, address[path]) ?? [])
}

function faultOf(path: AddressField, value: string): AddressFault | null {
  const length = [...value].length
  if (length === 0) return { path, code: 'missing' }
  if (UNPRINTABLE.test(value)) return { path, code: 'unprintable' }
  if (length > ADDRESS_MAX[path]) return { path, code: 'tooLong', limit: ADDRESS_MAX[path] }
  if (path === 'phone' && !PHONE.test(value)) return { path, code: 'phoneShape' }
  if (path === 'region' && !isRegion(value)) return { path, code: 'regionShape' }
  return path === 'detail' && length < DETAIL_MIN ? { path, code: 'tooShort', limit: DETAIL_MIN } : null
}

/** At least a province and a city, in parts or by their endings. */
function isRegion(value: string): boolean {
  return value.includes(' ') || (value.match(ADMINISTRATIVE) ?? []).length > 1
}

/** Whether a parcel would arrive at the same place: blanks, widths and dashes do not matter. */
export function isSameAddress(a: AddressText, b: AddressText): boolean {
  return ADDRESS_FIELDS.every((field) => coreOf(field, a[field]) === coreOf(field, b[field]))
}

function coreOf(field: AddressField, value: string): string {
  const plain = value.normalize('NFKC').toLowerCase()
  return field === 'phone' ? plain.replace(/\D/g, '') : plain.replace(/\s/g, '')
}

function tidy(value: string): string {
  return value.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function tidyRegion(value: string): string {
  return tidy(value.replace(/[/／、,，·-]+/g, ' '))
}

/** `+86 (0575) 8411 0288 转 12` → `0575-84110288-12` */
function tidyPhone(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s*(?:转|分机|ext\.?|#|x)\s*[:：]?\s*(?=\d)/i, '-')
    .replace(/\((\d+)\)\s*-?\s*/g, '$1-')
    .replace(/\s+/g, '')
    .replace(/^(?:\+|00)86-?/, '')
    .replace(/^(1\d{2})-(\d{4})-(\d{4})/, '$1$2$3')
}
