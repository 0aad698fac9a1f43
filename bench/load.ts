import autocannon from 'autocannon'

const CONNECTIONS = 16

/** What a load met with: answers per second, and how long the middle one and the slowest hundredth took, in ms. */
export type Load = { answers: number; seconds: number; p50: number; p99: number }
export type Request = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }
/** So many seconds, or so many requests. */
export type Extent = { duration: number } | { amount: number }

/** Asks again and again, 16 at a time. `next` says what for. Throws unless every answer is a 2xx. */
export function load(address: string, extent: Extent, next: () => Request): Promise<Load> {
  const begun = performance.now()
  let answers = 0
  let seconds = 0
  return new Promise((resolve, reject) => {
    const running = autocannon(
      {
        url: address,
        connections: CONNECTIONS,
        // how soon the end of it is noticed
        sampleInt: 50,
        timeout: 30,
        ...extent,
        requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
      },
      (error: unknown, result: autocannon.Result) => {
        const failed = result ? result.non2xx + result.errors : 0
        if (error) reject(error)
        else if (failed > 0) reject(new Error(`${failed} of ${answers} answers were not 2xx: ${nameCodes(result)}`))
        else resolve({ answers, seconds, p50: result.latency.p50, p99: result.latency.p99 })
      },
    )
    running.on('response', () => {
      answers++
      seconds = (performance.now() - begun) / 1000
    })
  })
}

function nameCodes({ statusCodeStats, errors }: autocannon.Result): string {
  const codes = Object.entries(statusCodeStats ?? {}).map(([code, { count }]) => `${count} × ${code}`)
  return [...codes, `${errors} without an answer`].join(', ')
}
