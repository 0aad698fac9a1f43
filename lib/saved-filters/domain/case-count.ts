/** How many cases a filter shows, as far as it was counted. Pure. */

/** `more`: counting ended before the cases did, so there may be more. */
export type CaseCount = { cases: number; more: boolean }

/** How many rows of a tab are looked at, as many as its own count: what it costs does not grow with the shop. */
export const ROWS_LOOKED_AT = 1000
/** Beyond this nobody reads the number. */
export const COUNTED_UP_TO = 999

/** What `matches` among the first `rows` of a tab say. */
export function countOf({ matches, rows }: { matches: number; rows: number }): CaseCount {
  if (matches > COUNTED_UP_TO) return { cases: COUNTED_UP_TO, more: true }
  return { cases: matches, more: rows >= ROWS_LOOKED_AT }
}

/** `12`; `12+` where there may be more. */
export function caseCountText({ cases, more }: CaseCount): string {
  return more ? `${cases}+` : String(cases)
}
