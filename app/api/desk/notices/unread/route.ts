import { viewer } from '@/lib/auth/gate'
import { ownersOf } from '@/lib/notifications/owners'
import { countUnread } from '@/lib/notifications/queries'

/** How many notices the viewer has not read. */
export async function GET(): Promise<Response> {
  const who = await viewer()
  if (!who) return new Response(null, { status: 401 })
  return Response.json(await countUnread(ownersOf(who)), { headers: { 'cache-control': 'no-store' } })
}
