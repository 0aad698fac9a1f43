import { viewer } from '@/lib/auth/gate'
import { loadRuns } from '@/lib/bulk/queries'

/** The viewer's latest acts on many cases of the current shop, for the browser that watches them. */
export async function GET(): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const runs = await loadRuns({ userId: who.userId, shopIds: [who.current.shopId] })
  return Response.json(runs, { headers: { 'cache-control': 'no-store' } })
}
