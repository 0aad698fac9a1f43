import type { Instrumentation } from 'next'

/** What fails while a page, an action or a route is made is written down; the person sees only its number. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logger } = await import('@/lib/logger')
  logger().error(
    { err: error, method: request.method, path: request.path, route: context.routePath },
    'a request failed',
  )
}
