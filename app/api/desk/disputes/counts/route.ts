import { viewer } from '@/lib/auth/gate'
import { countDisputes } from '@/lib/disputes/queries'

/** How many disputes each lane of the support's console holds. */
export async function GET(): Promise<Response> {
  const who = await viewer()
  if (!who?.support) return new Response(null, { status: 401 })
  return Response.json(await countDisputes({ kind: 'PLATFORM' }), { headers: { 'cache-control': 'no-store' } })
}
