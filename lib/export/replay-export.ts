import { replayRows } from '@/lib/instant-refund/queries'
import type { ReplayedCase } from '@/lib/instant-refund/views'
import type { Column } from './csv'
import { type ExportRequest, type OpenedExport, openExport } from './open-export'

/** What the page of the switch lists, from left to right, and the order's total that it was judged by. */
export const REPLAY_COLUMNS: readonly Column<ReplayedCase>[] = [
  { name: 'openedAt', time: ({ openedAt }) => new Date(openedAt) },
  { name: 'no', text: ({ no }) => no },
  { name: 'goods', text: ({ title }) => title },
  { name: 'furtherLines', count: ({ furtherLines }) => furtherLines },
  { name: 'sincePaid', span: ({ sincePaidMs }) => sincePaidMs },
  { name: 'total', fen: ({ totalFen }) => totalFen },
  { name: 'amount', fen: ({ amountFen }) => amountFen },
  { name: 'fate', text: ({ fate }, { t }) => t(`fate.${fate}`) },
  { name: 'saved', span: ({ savedMs }) => savedMs },
]

/** R5.2 The applications of the last 30 days that would have been refunded at once, worth looking at first. */
export function openReplayExport(request: ExportRequest): Promise<OpenedExport | null> {
  return openExport({ of: 'replay', columns: REPLAY_COLUMNS, log: {}, read }, request)

  async function read(take: (rows: readonly ReplayedCase[]) => Promise<void>) {
    for await (const row of replayRows(request.shop.shopId)) await take([row])
  }
}
