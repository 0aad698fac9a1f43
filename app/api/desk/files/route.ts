import { membershipIn, viewer } from '@/lib/auth/gate'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { takeUpload } from '@/lib/files/upload'
import { UPLOAD_FAULT_STATUS } from '@/lib/files/upload-fault'
import { logger } from '@/lib/logger'

/**
 * A file that a member sends, for cases of the shop that his screen shows (`shop`; the current one without): multipart,
 * one part named `file`.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return answer(403, { code: 'crossOrigin' })
  const who = await viewer()
  const asked = new URL(request.url).searchParams.get('shop')
  const member = who && (asked === null ? who.current : membershipIn(who, asked))
  if (!who || !member) return answer(401, { code: 'unauthenticated' })
  try {
    const taken = await takeUpload(request, { side: 'MERCHANT', shopId: member.shopId, id: who.userId })
    return taken.ok ? answer(201, taken.value) : answer(UPLOAD_FAULT_STATUS[taken.fault.code], taken.fault)
  } catch (error) {
    logger().error({ err: error }, 'an upload failed')
    return answer(500, { code: 'internalError' })
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
