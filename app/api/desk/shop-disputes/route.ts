import { currentScope, viewer } from '@/lib/auth/gate'
import { loadDisputes } from '@/lib/disputes/queries'
import { DISPUTE_LANES } from '@/lib/disputes/views'

/** One page of a lane (`lane`, `cursor`) of the disputes of the viewer's current shop, for the browser that refetches it. */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const params = new URL(request.url).searchParams
  const lane = DISPUTE_LANES.find((one) => one === params.get('lane'))
  if (!lane) return new Response(null, { status: 404 })
  const page = await loadDisputes(currentScope(who), lane, params.get('cursor') ?? undefined)
  return Response.json(page, { headers: { 'cache-control': 'no-store' } })
}
