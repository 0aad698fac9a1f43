import { openBody } from '@/lib/request-body'
import type { Answer } from './answer'
import { dotted, type FieldError } from './field-errors'
import { invalid, problem } from './problem'

const MAX_BYTES = 1_048_576
/** Nothing of ours nests deeper than three; what checks a body may recurse this far. */
const MAX_DEPTH = 32

type Read = { ok: true; value: unknown } | { ok: false; answer: Answer }

/** The JSON of a request's body, `{}` for an empty one. */
export async function readJson(request: Request): Promise<Read> {
  const bytes = await readBytes(request)
  if (!bytes)
    return { ok: false, answer: problem(413, 'bodyTooLarge', { detail: `A body has at most ${MAX_BYTES} bytes.` }) }
  if (bytes.length === 0) return { ok: true, value: {} }
  if (!isJson(request)) {
    const detail = 'A body is sent as `application/json`, in UTF-8 and not compressed.'
    return { ok: false, answer: problem(415, 'unsupportedMediaType', { detail }) }
  }
  try {
    return inspect(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return { ok: false, answer: problem(400, 'invalidJson', { detail: 'The body is not JSON in UTF-8.' }) }
  }
}

/** Null as soon as there is more than anybody may send. */
async function readBytes(request: Request): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length')) > MAX_BYTES) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of openBody(request)) {
    size += chunk.byteLength
    if (size > MAX_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function isJson({ headers }: Request): boolean {
  const type = headers.get('content-type') ?? ''
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) && !headers.has('content-encoding')
}

/**
 * Refuses what no schema can see and no column can hold: nesting without end, NUL and halves of characters. Walks
 * without recursion, for the nesting's sake.
 */
function inspect(value: unknown): Read {
  const errors: FieldError[] = []
  const open: { value: unknown; path: readonly string[] }[] = [{ value, path: [] }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: node, path } = next
    if (path.length > MAX_DEPTH)
      return { ok: false, answer: invalid([fault(path, 'nestedTooDeeply', `nests deeper than ${MAX_DEPTH}`)]) }
    if (typeof node === 'string' && !isStorable(node))
      errors.push(fault(path, 'invalidText', 'contains a NUL character or half of a surrogate pair'))
    if (typeof node !== 'object' || node === null) continue
    for (const [key, child] of Object.entries(node)) open.push({ value: child, path: [...path, key] })
  }
  return errors.length > 0 ? { ok: false, answer: invalid(errors.slice(0, 100)) } : { ok: true, value }
}

function isStorable(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed()
}

function fault(path: readonly string[], code: string, message: string): FieldError {
  return { path: dotted(path), code, message }
}
