import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { answerUnknownMethod } from './unknown-method'

const server = createServer((request, response) => {
  if (!answerUnknownMethod(request, response)) response.end('ok')
})

test.each([
  ['TRACE', 405],
  ['PROPFIND', 405],
  ['M-SEARCH', 405],
  ['GET', 200],
  ['DELETE', 200],
  ['OPTIONS', 200],
])('%s is %d', async (method, status) => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [response] = await once(request({ port, host: '127.0.0.1', method }).end(), 'response')
  response.resume()
  expect(response.statusCode).toBe(status)
  if (status === 405) expect(response.headers.allow).toContain('DELETE')
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
})
