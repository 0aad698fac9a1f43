import { viewer } from '@/lib/auth/gate'
import { findDisputes } from '@/lib/disputes/search-queries'

/** The disputes of all shops whose number begins as `no`, for support. */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who?.support) return new Response(null, { status: 401 })
  const found = await findDisputes({ kind: 'PLATFORM' }, new URL(request.url).searchParams.get('no') ?? '')
  return Response.json(found, { headers: { 'cache-control': 'no-store' } })
}
