import { answerApiDocument } from '@/lib/api/openapi/serve-document'

/** Public: what an API looks like is no secret, and programs that read it have no key yet. */
export function GET(request: Request): Response {
  return answerApiDocument(request)
}
