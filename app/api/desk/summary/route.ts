import { forecastQueue } from '@/lib/after-sales/forecast-queries'
import { countQueue } from '@/lib/after-sales/queries'
import { settleForList } from '@/lib/after-sales/sweep'
import type { QueueSummary } from '@/lib/after-sales/views'
import { currentScope, viewer } from '@/lib/auth/gate'
import { loadSavedFilters } from '@/lib/saved-filters/queries'

/** The tabs' counts, the forecast and the viewer's filters of his current shop. */
export async function GET(): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const scope = currentScope(who)
  await settleForList(scope)
  const [counts, forecast, saved] = await Promise.all([
    countQueue(scope),
    forecastQueue(scope),
    loadSavedFilters(who.current.shopId, who.userId),
  ])
  return Response.json({ counts, forecast, saved } satisfies QueueSummary, { headers: { 'cache-control': 'no-store' } })
}
