import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startWire, type Wire } from './wire'

/** Says back what it hears. */
let echo: Server
let wire: Wire

beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket))
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
  wire = await startWire()
  lead()
})

afterEach(async () => {
  await wire.close()
  echo.close()
})

function lead(): void {
  const address = echo.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  wire.lead(address.port)
}

async function dial(): Promise<Socket> {
  const socket = connect({ port: wire.port, host: '127.0.0.1' })
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

async function heardBack(socket: Socket, words: readonly string[]): Promise<string> {
  const expected = words.join('')
  for (const word of words) socket.write(word)
  let heard = ''
  while (heard.length < expected.length) heard += String(...(await once(socket, 'data')))
  return heard
}

test('passes on what it is given', async () => {
  expect(await heardBack(await dial(), ['one'])).toBe('one')
})

test('passes it on late and in order', async () => {
  const socket = await dial()
  wire.delay(20)
  expect(await heardBack(socket, ['one', 'two', 'three'])).toBe('onetwothree')
  wire.delay(0)
  expect(await heardBack(socket, ['four'])).toBe('four')
})

test('cuts those that chance picks, and no others', async () => {
  const [cut, left] = [await dial(), await dial()]
  await Promise.all([heardBack(cut, ['a']), heardBack(left, ['b'])])
  const draws = [0, 0.9]
  const closed = once(cut, 'close')
  expect(wire.drop(0.5, () => draws.shift() ?? 1)).toBe(1)
  await closed
  expect(await heardBack(left, ['still there'])).toBe('still there')
})

test('cuts who cannot be led anywhere', async () => {
  echo.close()
  await once(echo, 'close')
  const socket = await dial()
  await once(socket, 'close')
})
