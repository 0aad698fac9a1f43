import { membershipIn, viewer } from '@/lib/auth/gate'
import { listAssignable, listFormer } from '@/lib/marks/queries'
import type { Assignable } from '@/lib/marks/views'

/** Who may be given cases of the shop, and who no more; without `shop`, of the one that the desk shows. */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const asked = new URL(request.url).searchParams.get('shop')
  const membership = asked === null ? who.current : membershipIn(who, asked)
  if (!membership) return new Response(null, { status: 404 })
  const { shopId } = membership
  const [members, former] = await Promise.all([listAssignable(shopId), listFormer(shopId)])
  const answer: Assignable = { me: who.userId, members, former }
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}
