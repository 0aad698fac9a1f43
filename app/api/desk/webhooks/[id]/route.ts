import { membershipIn, viewer } from '@/lib/auth/gate'
import { identifier } from '@/lib/text'
import { loadEndpointPage } from '@/lib/webhooks/desk-queries'
import { parseDeliveryStatus } from '@/lib/webhooks/params'

type Context = { params: Promise<{ id: string }> }

/** An endpoint and a page of its deliveries, for the browser that refetches them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = await viewer()
  if (!who) return new Response(null, { status: 401 })
  const search = new URL(request.url).searchParams
  const membership = membershipIn(who, search.get('shop') ?? '')
  const id = identifier().safeParse((await params).id)
  if (membership?.role !== 'MANAGER' || !id.success) return new Response(null, { status: 404 })
  const asked = { status: parseDeliveryStatus(search.get('status')), cursor: search.get('cursor') ?? undefined }
  const page = await loadEndpointPage(membership.shopId, id.data, asked)
  return page ? Response.json(page, { headers: { 'cache-control': 'no-store' } }) : new Response(null, { status: 404 })
}
