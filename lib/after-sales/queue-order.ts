import { type QueueFilter, type QueueSort, type QueueTab, SORTS_OF } from './views'

/** What a tab holds. */
export const QUEUE_WHERE: { [T in QueueTab]: string } = {
  MERCHANT: `"waitingOn" = 'MERCHANT'`,
  BUYER: `"waitingOn" = 'BUYER'`,
  PLATFORM: `"waitingOn" = 'PLATFORM'`,
  GATEWAY: `"waitingOn" = 'GATEWAY'`,
  CLOSED: `"closedAt" IS NOT NULL`,
  ALL: 'TRUE',
}

/** The column of an order, of which SQL type. The key and the number make a total order. */
export type QueueOrder = { key: string; type: 'timestamptz' | 'int4'; direction: 'ASC' | 'DESC' }

const ORDERS: { [S in QueueSort]: QueueOrder } = {
  DUE: { key: 'dueSort', type: 'timestamptz', direction: 'ASC' },
  AMOUNT: { key: 'amountFen', type: 'int4', direction: 'DESC' },
  NEWEST: { key: 'openedAt', type: 'timestamptz', direction: 'DESC' },
  CLOSED: { key: 'closedAt', type: 'timestamptz', direction: 'DESC' },
}

export function orderOf({ tab, sort }: Pick<QueueFilter, 'tab' | 'sort'>): QueueOrder {
  return ORDERS[sort ?? SORTS_OF[tab][0]]
}
