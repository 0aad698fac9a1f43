import { parseQueueParams } from '@/lib/after-sales/params'
import { loadQueue } from '@/lib/after-sales/queries'
import { currentScope, viewer } from '@/lib/auth/gate'

/** One page of the queue of the viewer's current shop, for the browser that refetches it. */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const params = new URL(request.url).searchParams
  const at = { cursor: params.get('cursor') ?? undefined, userId: who.userId }
  const page = await loadQueue(currentScope(who), parseQueueParams(params), at)
  return Response.json(page, { headers: { 'cache-control': 'no-store' } })
}
