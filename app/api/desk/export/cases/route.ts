import { parseQueueParams } from '@/lib/after-sales/params'
import { answerExport, answerHead } from '@/lib/export/answer'
import { openCaseExport } from '@/lib/export/case-export'

/** What the queue shows under these filters. */
export function GET(request: Request): Promise<Response> {
  return answerExport(request, (exporter, params) => openCaseExport(parseQueueParams(params), exporter))
}

export const HEAD = answerHead
