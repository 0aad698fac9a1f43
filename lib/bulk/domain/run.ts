/** One act on many cases: prepared case by case, confirmed once, carried out one by one. Pure. */

/** As many cases as one act takes. */
export const BULK_LIMIT = 5000

/** PREPARED: shown, and not confirmed. */
export const RUN_STATES = ['PREPARED', 'RUNNING', 'STOPPED', 'DONE'] as const
export type RunState = (typeof RUN_STATES)[number]
/** Of a run that was confirmed. */
export type BulkRunState = Exclude<RunState, 'PREPARED'>

/** EXCLUDED: it could not go along from the start. STOPPED: its turn never came. */
export const BULK_ITEM_STATES = ['EXCLUDED', 'PENDING', 'DONE', 'REFUSED', 'STOPPED'] as const
export type BulkItemState = (typeof BULK_ITEM_STATES)[number]

/** Confirming begins what was prepared; once more it changes nothing. */
export function onConfirm(state: RunState): 'BEGIN' | 'NOTHING' {
  return state === 'PREPARED' ? 'BEGIN' : 'NOTHING'
}

/** Stopping ends what is under way; what was never confirmed is forgotten, what is over stays. */
export function onStop(state: RunState): 'FORGET' | 'END' | 'NOTHING' {
  switch (state) {
    case 'PREPARED':
      return 'FORGET'
    case 'RUNNING':
      return 'END'
    case 'STOPPED':
    case 'DONE':
      return 'NOTHING'
  }
}

/** How a run ends in which so many cases never had their turn. */
export function endOf(stopped: number): Extract<RunState, 'STOPPED' | 'DONE'> {
  return stopped > 0 ? 'STOPPED' : 'DONE'
}
