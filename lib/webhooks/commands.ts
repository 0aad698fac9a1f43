import { z } from 'zod'
import { WEBHOOK_TYPES } from './domain/types'

const MAX_URL = 2000

/** An address that webhooks can be sent to, as browsers would write it. Whether it is a public one is asked elsewhere. */
const urlSchema = z
  .string()
  .max(MAX_URL, { error: `must have at most ${MAX_URL} characters` })
  .transform((value, context): string => {
    const fault = findFault(value.trim())
    if (typeof fault === 'string') return fault
    context.addIssue({ code: 'custom', message: fault.message, params: { code: fault.code } })
    return z.NEVER
  })
  .meta({
    description: 'http or https, on any port, without user name, password or fragment',
    example: 'https://erp.example.com/afterdesk',
    override: { format: 'uri', pattern: String.raw`^https?://[^\s/?#@]+([/?][^\s#]*)?$` },
  })

/** What an endpoint is made with. No types, or null: all of them, those to come included. */
export const endpointSchema = z.strictObject({
  url: urlSchema,
  types: z
    .array(z.enum(WEBHOOK_TYPES))
    .min(1)
    .max(WEBHOOK_TYPES.length)
    .superRefine((types, { addIssue }) => {
      for (const [index, type] of types.entries())
        if (types.indexOf(type) < index)
          addIssue({
            code: 'custom',
            path: [index],
            message: 'is named more than once',
            params: { code: 'typeRepeated' },
          })
    })
    .meta({ uniqueItems: true })
    .nullish()
    .transform((types) => types ?? null)
    .meta({ description: 'Which webhooks it gets; without it or null all, those to come included' }),
})
export type EndpointRequest = z.output<typeof endpointSchema>

type Fault = { code: string; message: string }

/** The URL in its one form, or what is wrong with it. */
function findFault(value: string): string | Fault {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url) return { code: 'invalidUrl', message: 'is not a URL' }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { code: 'schemeNotHttp', message: 'must begin with https:// or http://' }
  if (url.username || url.password)
    return { code: 'credentialsInUrl', message: 'must not carry a user name or password' }
  if (value.includes('#')) return { code: 'fragmentInUrl', message: 'must not have a fragment (#)' }
  if (url.href.length > MAX_URL) return { code: 'urlTooLong', message: `must have at most ${MAX_URL} characters` }
  return url.href
}
