import { BULK_ITEM_STATES, type BulkItemState } from './domain/run'

/** Which results are asked for; none: all of them. */
export function parseItemStates(texts: readonly string[]): BulkItemState[] {
  return BULK_ITEM_STATES.filter((one) => texts.includes(one))
}

/** The place of the last result that was seen; null for none and for nonsense: a list begins at its beginning then. */
export function parseResultCursor(text: string | null): number | null {
  return text && /^\d{1,6}$/.test(text) ? Number(text) : null
}
