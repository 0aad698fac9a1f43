import { z } from 'zod'
import { membershipIn, viewer } from '@/lib/auth/gate'
import { identifier } from '@/lib/text'
import { loadDelivery } from '@/lib/webhooks/queries'

type Context = { params: Promise<{ id: string; deliveryId: string }> }

const names = z.object({ id: identifier(), deliveryId: identifier() })

/** One delivery: what is sent, and every attempt. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = await viewer()
  if (!who) return new Response(null, { status: 401 })
  const membership = membershipIn(who, new URL(request.url).searchParams.get('shop') ?? '')
  const named = names.safeParse(await params)
  if (membership?.role !== 'MANAGER' || !named.success) return new Response(null, { status: 404 })
  const { id, deliveryId } = named.data
  const delivery = await loadDelivery(membership.shopId, id, deliveryId)
  return delivery
    ? Response.json(delivery, { headers: { 'cache-control': 'no-store' } })
    : new Response(null, { status: 404 })
}
