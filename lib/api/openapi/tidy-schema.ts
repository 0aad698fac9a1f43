import type { ZodOpenApiOverride } from 'zod-openapi'

const UTC_MILLISECONDS = String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`

/** Says in JSON Schema what zod writes at length: no bounds that every number has, dates by format, `X | null` in one. */
export const tidySchema: ZodOpenApiOverride = ({ jsonSchema }) => {
  joinNull(jsonSchema)
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.format === 'date-time' && jsonSchema.pattern?.includes(String.raw`\.\d{3}`))
    jsonSchema.pattern = UTC_MILLISECONDS
  else if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
}

type Json = Parameters<ZodOpenApiOverride>[0]['jsonSchema']

function joinNull(jsonSchema: Json): void {
  const [kind, nothing, ...more] = jsonSchema.anyOf ?? []
  if (!kind || !nothing || more.length > 0 || !('type' in nothing) || nothing.type !== 'null') return
  if (!('type' in kind) || typeof kind.type !== 'string') return
  const { anyOf: _, ...own } = jsonSchema
  delete jsonSchema.anyOf
  Object.assign(jsonSchema, kind, own, { type: [kind.type, 'null'] })
  if (kind.enum) jsonSchema.enum = [...kind.enum, null]
}
