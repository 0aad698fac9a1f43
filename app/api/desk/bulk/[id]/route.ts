import { viewer } from '@/lib/auth/gate'
import { bulkRunSchema } from '@/lib/bulk/commands'
import { parseItemStates, parseResultCursor } from '@/lib/bulk/params'
import { loadResults } from '@/lib/bulk/queries'

type Context = { params: Promise<{ id: string }> }

/** What became of each case of one of the viewer's own acts on many, a page at a time. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const asked = bulkRunSchema.safeParse(await params)
  if (!asked.success) return new Response(null, { status: 404 })
  const search = new URL(request.url).searchParams
  const owner = { userId: who.userId, shopIds: who.memberships.map(({ shopId }) => shopId) }
  const wanted = { states: parseItemStates(search.getAll('state')), after: parseResultCursor(search.get('cursor')) }
  const page = await loadResults(owner, asked.data.id, wanted)
  return page ? Response.json(page, { headers: { 'cache-control': 'no-store' } }) : new Response(null, { status: 404 })
}
