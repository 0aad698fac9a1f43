import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { METHODS, type OperationForm, type Resource } from '@/lib/api/operation'
import { RESOURCES } from '@/lib/api/resources'
import { codesOf, describeOperation, type Listed } from './describe-operation'
import { HEADER_COMPONENTS } from './headers'
import { INTRODUCTION } from './introduction'
import { type OperationNote, TAGS } from './note'
import { NOTES } from './notes'
import { exampleProblems } from './problem-examples'
import { problemSchema } from './problem-schema'
import { tidySchema } from './tidy-schema'
import { describeWebhooks } from './webhooks'

export type ApiDocument = ReturnType<typeof createApiDocument>

/** The OpenAPI 3.1 document of everything below /api/v1; the sandbox's part only where there is one. */
export function createApiDocument({ sandbox }: { sandbox: boolean }) {
  const operations = listOperations(sandbox)
  const used = Object.entries(TAGS).filter(([name]) => sandbox || name !== 'Sandbox')
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Afterdesk API',
        version: '1.0.0',
        description: INTRODUCTION,
        license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
      },
      servers: [{ url: '/api/v1', description: 'This installation' }],
      security: [{ apiKey: [] }],
      tags: used.map(([name, description]) => ({ name, description })),
      paths: describePaths(operations),
      webhooks: describeWebhooks(),
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'A platform’s or a shop’s API key' },
        },
        schemas: { Problem: problemSchema },
        headers: HEADER_COMPONENTS,
        examples: exampleProblems(operations.flatMap(({ codes }) => codes)),
      },
    },
    { override: tidySchema },
  )
}

/** Every operation that there is, in the order of the table. */
function listOperations(sandbox: boolean): Listed[] {
  const notes: Readonly<Record<string, OperationNote>> = NOTES
  return Object.entries<Resource<never>>(RESOURCES).flatMap(([path, resource]) =>
    METHODS.flatMap((method) => {
      const form: OperationForm | undefined = resource[method]?.form
      const note = notes[`${method} ${path}`]
      if (!form || !note || (form.sandboxOnly && !sandbox)) return []
      return [{ path, method, form, note, codes: codesOf({ path, method }, form, note) }]
    }),
  )
}

function describePaths(operations: readonly Listed[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const listed of operations)
    paths[listed.path] = { ...paths[listed.path], [listed.method.toLowerCase()]: describeOperation(listed) }
  return paths
}
