import { forecastQueue } from '@/lib/after-sales/forecast-queries'
import { countQueue } from '@/lib/after-sales/queries'
import { currentScope, viewer } from '@/lib/auth/gate'

/** The tabs' counts and the forecast of the viewer's current shop. */
export async function GET(): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const scope = currentScope(who)
  const [counts, forecast] = await Promise.all([countQueue(scope), forecastQueue(scope)])
  return Response.json({ counts, forecast }, { headers: { 'cache-control': 'no-store' } })
}
