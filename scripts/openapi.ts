import { writeFileSync } from 'node:fs'
import { createApiDocument } from '@/lib/api/openapi/document'

/** Writes the API's document into a file: `npx tsx scripts/openapi.ts openapi.json`. All of it, with the sandbox. */
const [file = 'openapi.json'] = process.argv.slice(2)
writeFileSync(file, `${JSON.stringify(createApiDocument({ sandbox: true }), null, 2)}\n`)
