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

/** The board's query with what it says by itself left out: `?type=REPAIR&column=ACTIVE`, or nothing. */
export function boardQuery({ filter, column }: BoardParams): string {
  const params = new URLSearchParams({
    ...(filter.type && { type: filter.type }),
    ...(column !== 'TODO' && { column }),
  })
  return params.size > 0 ? `?${params}` : ''
}
