import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { answerUnreadablePath } from './unreadable-path'

const server = createServer((request, response) => {
  if (!answerUnreadablePath(request, response)) response.end('ok')
})

test.each([
  ['/api/v1/after-sales/%ff', 404],
  ['/%zz', 404],
  ['/%', 404],
  ['/api/v1/after-sales/%E8%AE%A2?q=%zz', 200],
  ['/', 200],
])('%s is %d', async (path, status) => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [response] = await once(get({ port, host: '127.0.0.1', path }), 'response')
  response.resume()
  expect(response.statusCode).toBe(status)
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
})
