import { currentScope, viewer } from '@/lib/auth/gate'
import { countDisputes } from '@/lib/disputes/queries'

/** How many disputes of the viewer's current shop each lane holds. */
export async function GET(): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  return Response.json(await countDisputes(currentScope(who)), { headers: { 'cache-control': 'no-store' } })
}
