import { formatForSheet } from '@/lib/i18n/time'

/** How values are written so that a spreadsheet (Excel, WPS, Numbers) shows them as they are. */

/** What would begin a formula, full-width or small forms included; blanks and controls before it are passed over. */
const FORMULA = /^[=+\-@]/
/** A spreadsheet would round a long number, drop a leading zero, make `1e5` and `3-5` something else. */
const NUMBER_LIKE = /^[\s.,:/+-]*\d[\d\s.,:/+-]*(e[+-]?\d+\s*)?$/i

/** What people typed. `'` keeps it from being run, a tab at its end from being taken for a number; neither is shown. */
export function writeText(text: string): string {
  const seen = text.normalize('NFKC').replace(/^[\s\p{C}\p{Z}]+/u, '')
  if (FORMULA.test(seen) || /^[\t\r\n]/.test(text)) return `'${text}`
  return NUMBER_LIKE.test(text) ? `${text}\t` : text
}

/** `12800` → `128.00` */
export function writeYuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}

/** In Beijing time, which the heading says. */
export function writeTime(at: Date): string {
  return formatForSheet(at.getTime())
}
