import { merchantScope, viewer } from '@/lib/auth/gate'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { lookSchema } from '@/lib/presence/commands'
import { lookAt, lookAway } from '@/lib/presence/look'
import { loadPresence } from '@/lib/presence/queries'

const MAX_BYTES = 256

/** Who else has which case of the viewer's shops open. */
export async function GET(): Promise<Response> {
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const presence = await loadPresence(merchantScope(who), who.userId)
  return Response.json(presence, { headers: { 'cache-control': 'no-store' } })
}

/** A tab says which case it shows. Somebody else's case is no case. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const who = await viewer()
  if (!who?.current) return new Response(null, { status: 401 })
  const said = lookSchema.safeParse(await readJson(request))
  if (!said.success) return new Response(null, { status: 400 })
  const { tabId, no } = said.data
  const tab = { userId: who.userId, tabId }
  if (no === null) await lookAway(tab)
  else if (!(await lookAt(merchantScope(who), tab, no))) return new Response(null, { status: 404 })
  return new Response(null, { status: 204 })
}

/** Undefined for what is none, or longer than anything that could be said; as text, because a beacon sends no JSON. */
async function readJson(request: Request): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= MAX_BYTES)) return undefined
  try {
    return JSON.parse(await request.text())
  } catch {
    return undefined
  }
}
