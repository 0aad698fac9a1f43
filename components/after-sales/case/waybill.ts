/** A number as it is pasted, without its blanks; `''` for none, null for what is no waybill number. */
export function readTrackingNo(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return plain === '' || /^[A-Za-z0-9][\w.:-]{0,63}$/.test(plain) ? plain : null
}
