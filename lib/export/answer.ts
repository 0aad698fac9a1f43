import { getLocale } from 'next-intl/server'
import { type Membership, membershipIn, type Viewer, viewer } from '@/lib/auth/gate'
import { contentDisposition } from '@/lib/content-disposition'
import type { ExportRequest, OpenedExport } from './open-export'

type Exporter = { who: Viewer; shop: Membership; params: URLSearchParams }
type Open = (request: ExportRequest, params: URLSearchParams) => Promise<OpenedExport | null>

/** A file in the viewer's language, for managers of the shop that the screen shows (`?shop=`; the current one without). */
export async function answerExport(request: Request, open: Open): Promise<Response> {
  const exporter = await findExporter(request)
  if (exporter instanceof Response) return exporter
  const { who, shop, params } = exporter
  const opened = await open({ userId: who.userId, shop, locale: await getLocale(), signal: request.signal }, params)
  if (!opened) return refuse(429, 'exportUnderWay', { 'retry-after': '5' })
  return new Response(opened.body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': contentDisposition('attachment', opened.fileName),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Next.js would answer HEAD by GET, and nobody would read that stream. */
export async function answerHead(request: Request): Promise<Response> {
  const exporter = await findExporter(request)
  return exporter instanceof Response ? exporter : new Response(null, { headers: { 'cache-control': 'no-store' } })
}

async function findExporter(request: Request): Promise<Exporter | Response> {
  const who = await viewer()
  if (!who) return refuse(401, 'unauthenticated')
  const params = new URL(request.url).searchParams
  const asked = params.get('shop')
  const shop = asked === null ? who.current : membershipIn(who, asked)
  if (!shop) return refuse(404, 'notFound')
  return shop.role === 'MANAGER' ? { who, shop, params } : refuse(403, 'notPermitted')
}

function refuse(status: number, code: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code }, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
