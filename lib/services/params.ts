import { SERVICE_TYPES } from '@/lib/after-sales/domain/service'
import { SERVICE_COLUMNS, type ServiceColumn, type ServiceFilter } from './views'

/** The board as it stands in the URL, for server and browser. `column` matters where one is shown at a time. */
export type BoardParams = { filter: ServiceFilter; column: ServiceColumn }

/** Never throws: what makes no sense is as if it were not there. */
export function parseBoardParams(params: URLSearchParams): BoardParams {
  return {
    filter: { type: SERVICE_TYPES.find((type) => type === params.get('type')) },
    column: SERVICE_COLUMNS.find((column) => column === params.get('column')) ?? 'TODO',
  }
}

/** What says in the URL of a case where it was opened, if that was not the list beside it. */
export const ORIGIN = 'from'

/** The board as it was when a case was opened on it; null when that was elsewhere. */
export function boardBehind(from: string | null): BoardParams | null {
  return from?.startsWith(BOARD) ? parseBoardParams(new URLSearchParams(from.slice(BOARD.length))) : null
}

/** What ORIGIN says of a board that stands so. */
export function asOrigin(board: BoardParams): string {
  return `${BOARD}${boardQuery(board)}`
}

const BOARD = 'services'

/** The board's query with what it says by itself left out: `?type=REPAIR&column=ACTIVE`, or nothing. */
export function boardQuery({ filter, column }: BoardParams): string {
  const params = new URLSearchParams({
    ...(filter.type && { type: filter.type }),
    ...(column !== 'TODO' && { column }),
  })
  return params.size > 0 ? `?${params}` : ''
}
