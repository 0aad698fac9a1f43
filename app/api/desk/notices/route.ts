import { viewer } from '@/lib/auth/gate'
import { ownersOf } from '@/lib/notifications/owners'
import { listNotices } from '@/lib/notifications/queries'

/** One page of the viewer's notices (`cursor`: of the page before), for the browser that refetches it. */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who) return new Response(null, { status: 401 })
  const cursor = Number(new URL(request.url).searchParams.get('cursor') ?? Number.NaN)
  const page = await listNotices(ownersOf(who), Number.isSafeInteger(cursor) ? cursor : null)
  return Response.json(page, { headers: { 'cache-control': 'no-store' } })
}
