import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { openBody } from './request-body'

/** A request of so many pieces, and when the last was taken away. */
function requestOf(pieces: number, fails = false) {
  let left = pieces
  let tellEnd = () => {}
  const ended = new Promise<void>((resolve) => {
    tellEnd = resolve
  })
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left > 0) return controller.enqueue(Uint8Array.of(left--))
      tellEnd()
      if (fails) controller.error(new Error('the sender is gone'))
      else controller.close()
    },
    cancel: () => Promise.reject(new Error('nobody may cancel it')),
  })
  const request = new Request('http://x/', { method: 'POST', body, duplex: 'half' } as RequestInit)
  return { request, ended }
}

describe('the body of a request', () => {
  test('comes whole', async () => {
    expect([...(await buffer(openBody(requestOf(3).request)))]).toEqual([3, 2, 1])
    expect(await buffer(openBody(new Request('http://x/', { method: 'POST' })))).toHaveLength(0)
  })

  test('that is left half-way is read to its end', async () => {
    const { request, ended } = requestOf(1000)
    for await (const _ of openBody(request)) break
    await ended
  })

  test('fails when its sender is gone, and nothing more when nobody listens', async () => {
    await expect(buffer(openBody(requestOf(2, true).request))).rejects.toThrow('the sender is gone')
    const { request, ended } = requestOf(1000, true)
    openBody(request).destroy()
    await ended
  })
})
