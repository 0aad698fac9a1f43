import { currentScope, viewer } from '@/lib/auth/gate'
import { parseBoardParams } from '@/lib/services/params'
import { countServices } from '@/lib/services/queries'

/** How many services of the viewer's current shop each column holds (`type`: of this type only). */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const { filter } = parseBoardParams(new URL(request.url).searchParams)
  return Response.json(await countServices(currentScope(who), filter), { headers: { 'cache-control': 'no-store' } })
}
