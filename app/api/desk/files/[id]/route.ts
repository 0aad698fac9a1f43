import { merchantScope, viewer } from '@/lib/auth/gate'
import { openDownload } from '@/lib/files/download'
import { findFile } from '@/lib/files/queries'

type Context = { params: Promise<{ id: string }> }

/** A file of the viewer's shops, for support of all; `?size=thumbnail`: a small WebP of an image. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const who = await viewer()
  if (!who) return new Response(null, { status: 401 })
  const size = new URL(request.url).searchParams.get('size') === 'thumbnail' ? 'thumbnail' : 'original'
  const file = await findFile(who.support ? { kind: 'PLATFORM' } : merchantScope(who), (await params).id)
  const opened = file && (await openDownload(request, file, size))
  if (!opened) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(opened.body, { headers: opened.headers })
}

/** Next.js would open the file for it, and nobody would read it. */
export const HEAD = GET
