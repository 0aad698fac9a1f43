import type { QueueTab } from './views'

/** How each tab is ordered, by the index that serves it. The key and the number make a total order. */
export const QUEUE_ORDER: { [T in QueueTab]: { key: string; direction: 'ASC' | 'DESC'; where: string } } = {
  MERCHANT: { key: 'dueSort', direction: 'ASC', where: `"waitingOn" = 'MERCHANT'` },
  BUYER: { key: 'dueSort', direction: 'ASC', where: `"waitingOn" = 'BUYER'` },
  PLATFORM: { key: 'dueSort', direction: 'ASC', where: `"waitingOn" = 'PLATFORM'` },
  GATEWAY: { key: 'dueSort', direction: 'ASC', where: `"waitingOn" = 'GATEWAY'` },
  CLOSED: { key: 'closedAt', direction: 'DESC', where: `"closedAt" IS NOT NULL` },
  ALL: { key: 'openedAt', direction: 'DESC', where: 'TRUE' },
}
