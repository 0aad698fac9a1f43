import type { QueueFilter } from '@/lib/after-sales/views'
import { CASE_COLUMNS } from './case-columns'
import { type ExportRequest, type OpenedExport, openExport } from './open-export'
import { readCases } from './queries'

/** The shop's cases that the filter shows, in the queue's order. */
export function openCaseExport(filter: QueueFilter, request: ExportRequest): Promise<OpenedExport | null> {
  const exporter = { scope: { kind: 'SHOPS', shopIds: [request.shop.shopId] }, userId: request.userId } as const
  return openExport(
    { of: 'cases', columns: CASE_COLUMNS, log: { tab: filter.tab }, read: (take) => readCases(exporter, filter, take) },
    request,
  )
}
