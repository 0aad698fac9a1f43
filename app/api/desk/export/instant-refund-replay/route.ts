import { answerExport, answerHead } from '@/lib/export/answer'
import { openReplayExport } from '@/lib/export/replay-export'

/** What instant refund would have done in the last 30 days. */
export function GET(request: Request): Promise<Response> {
  return answerExport(request, openReplayExport)
}

export const HEAD = answerHead
