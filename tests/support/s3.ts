import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type S3Server = {
  url: string
  /** What lies in it, by bucket and key. */
  objects: Map<string, { type: string; bytes: Buffer }>
  /** The requests it got, as `METHOD /bucket/key`. */
  seen: string[]
  /** While true, it answers every request with 500. */
  broken: boolean
  close(): Promise<void>
}

/** A small S3 over HTTP: puts, gets, asks for and deletes objects by path. It takes signed requests only. */
export async function startS3Server(): Promise<S3Server> {
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request
    const path = decodeURIComponent(new URL(request.url ?? '/', s3.url).pathname)
    s3.seen.push(`${method} ${path}`)
    const body = await buffer(request)
    if (s3.broken) return fail(response, 500, 'InternalError')
    if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=test-key/'))
      return fail(response, 403, 'AccessDenied')
    const found = s3.objects.get(path)
    if (method === 'PUT') {
      if (body.length !== Number(headers['content-length'])) return fail(response, 400, 'IncompleteBody')
      s3.objects.set(path, { type: headers['content-type'] ?? '', bytes: body })
      response.writeHead(200, { ETag: '"1"' }).end()
    } else if (method === 'DELETE') {
      s3.objects.delete(path)
      response.writeHead(204).end()
    } else if (!found) fail(response, 404, 'NoSuchKey')
    else {
      const about = { 'Content-Type': found.type, 'Content-Length': found.bytes.length, ETag: '"1"' }
      response.writeHead(200, about).end(method === 'HEAD' ? undefined : found.bytes)
    }
  }

  function fail(response: ServerResponse, status: number, code: string): void {
    response.writeHead(status, { 'Content-Type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const s3: S3Server = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects: new Map(),
    seen: [],
    broken: false,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return s3
}
