import { membershipIn, viewer } from '@/lib/auth/gate'
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locale'
import { loadReplies } from '@/lib/quick-replies/queries'
import type { RepliesForUse } from '@/lib/quick-replies/views'

/** What the members of a shop say again and again; `locale`: of what comes with the product. */
export async function GET(request: Request): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const { searchParams } = new URL(request.url)
  const membership = membershipIn(who, searchParams.get('shop') ?? '')
  if (!membership) return new Response(null, { status: 404 })
  const asked = searchParams.get('locale') ?? undefined
  const replies = await loadReplies(membership.shopId, isLocale(asked) ? asked : DEFAULT_LOCALE)
  return Response.json({ replies, me: who.name } satisfies RepliesForUse, { headers: { 'cache-control': 'no-store' } })
}
