import { membershipIn, viewer } from '@/lib/auth/gate'
import { loadEndpointList } from '@/lib/webhooks/desk-queries'

/** The endpoints of the shop that the screen shows, for the browser that refetches them. */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who) return new Response(null, { status: 401 })
  const membership = membershipIn(who, new URL(request.url).searchParams.get('shop') ?? '')
  if (membership?.role !== 'MANAGER') return new Response(null, { status: 404 })
  return Response.json(await loadEndpointList(membership.shopId), { headers: { 'cache-control': 'no-store' } })
}
