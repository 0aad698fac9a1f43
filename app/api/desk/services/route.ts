import { currentScope, viewer } from '@/lib/auth/gate'
import { parseBoardParams } from '@/lib/services/params'
import { loadServices } from '@/lib/services/queries'

/** One page of a column (`column`, `type`, `cursor`) of the viewer's current shop's services, for the browser that refetches it. */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const params = new URL(request.url).searchParams
  const { column, filter } = parseBoardParams(params)
  const page = await loadServices(currentScope(who), column, filter, params.get('cursor') ?? undefined)
  return Response.json(page, { headers: { 'cache-control': 'no-store' } })
}
