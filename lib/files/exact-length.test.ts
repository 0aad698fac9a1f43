import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EXACT_LENGTH, keepExactLength } from './exact-length'

const server = createServer((request, response) => {
  keepExactLength(response)
  if (request.url === '/known') response.setHeader(EXACT_LENGTH, ['5'])
  response.setHeader('X-Other', 'kept')
  response.write('bytes')
  response.end()
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.close()
  await once(server, 'close')
})

it('sends the length that is known as Content-Length, and nothing of its own', async () => {
  const { port } = server.address() as AddressInfo
  const read = async (path: string) => {
    const [response] = await once(get({ port, host: '127.0.0.1', path, agent: false }), 'response')
    response.resume()
    return response.headers
  }
  const known = await read('/known')
  expect(known).toMatchObject({ 'content-length': '5', 'x-other': 'kept' })
  expect(known).not.toHaveProperty(EXACT_LENGTH)
  expect(await read('/unknown')).toMatchObject({ 'transfer-encoding': 'chunked', 'x-other': 'kept' })
})
