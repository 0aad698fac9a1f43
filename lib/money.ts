/** R0.5 Money is integer fen. The largest amount that the database's integer columns hold safely, ¥20,000,000.00. */
export const MAX_FEN = 2_000_000_000

/** `12840` → `¥128.40`: always two decimals, thousands separated. */
export function formatFen(fen: number, currency = 'CNY'): string {
  const sign = fen < 0 ? '-' : ''
  const yuan = Math.floor(Math.abs(fen) / 100).toLocaleString('en-US')
  const cents = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${sign}${currency === 'CNY' ? '¥' : `${currency} `}${yuan}.${cents}`
}
