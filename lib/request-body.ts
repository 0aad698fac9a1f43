import { Readable } from 'node:stream'

type Reader = ReadableStreamDefaultReader<Uint8Array>

/**
 * The body of a request, piece by piece. Of one that is left half-way the rest is read and dropped: unread, it would stop
 * the connection, and who sends all of it before he listens would never hear why it was refused.
 */
export function openBody({ body }: Request): Readable {
  const reader = body?.getReader()
  if (!reader) return Readable.from([])
  return new Readable({
    read() {
      reader.read().then(
        ({ done, value }) => this.push(done ? null : value),
        (error: Error) => this.destroy(error),
      )
    },
    destroy(error, done) {
      void dropRest(reader)
      done(error)
    },
  })
}

/** To its end, or until its sender is gone; the server allows a request no more than a few minutes. */
async function dropRest(reader: Reader): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // nobody sends any more
  }
}
