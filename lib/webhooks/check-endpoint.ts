import { env } from '@/lib/env'
import { type EndpointRequest, endpointSchema } from './commands'
import { leadsToPrivate } from './target'
import type { WebhookFormError } from './views'

const URL_CODES = ['invalidUrl', 'schemeNotHttp', 'credentialsInUrl', 'fragmentInUrl', 'urlTooLong'] as const

/** What somebody wants an endpoint to be, judged as a form is. */
export async function checkEndpoint(
  input: unknown,
): Promise<{ ok: true; endpoint: EndpointRequest } | { ok: false; errors: WebhookFormError[] }> {
  const parsed = endpointSchema.safeParse(input)
  if (!parsed.success) {
    const onUrl = parsed.error.issues.find(({ path }) => path[0] === 'url')
    const code = URL_CODES.find((one) => onUrl?.code === 'custom' && onUrl.params?.code === one)
    const tooBig = onUrl?.code === 'too_big'
    return {
      ok: false,
      errors: onUrl
        ? [{ path: 'url', code: code ?? (tooBig ? 'urlTooLong' : 'invalidUrl') }]
        : [{ path: 'types', code: 'invalidTypes' }],
    }
  }
  if (await isTargetPrivate(parsed.data.url)) return { ok: false, errors: [{ path: 'url', code: 'targetPrivate' }] }
  return { ok: true, endpoint: parsed.data }
}

/** Whether webhooks would be refused on the way to this URL, as far as can be told now; every connection asks again. */
export async function isTargetPrivate(url: string): Promise<boolean> {
  return !env().AFTERDESK_WEBHOOK_ALLOW_PRIVATE && (await leadsToPrivate(new URL(url)))
}
