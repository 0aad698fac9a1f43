import autocannon from 'autocannon'

const CONNECTIONS = 16

/** What a load met with: answers per second, and how long the middle one and the slowest hundredth took, in ms. */
export type Load = { answers: number; seconds: number; p50: number; p99: number }
/** `expect`: stands in every right answer. */
export type Request = {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  headers: Record<string, string>
  body?: string
  expect?: string
}
/** So many seconds, or so many requests. */
export type Extent = ({ duration: number } | { amount: number }) & { connections?: number }

/** Asks again and again, 16 at a time unless told. `next` says what for. Throws unless every answer is a 2xx, and what was expected. */
export function load(address: string, extent: Extent, next: () => Request): Promise<Load> {
  let expected: string | undefined
  let wrong: string | undefined
  const setupRequest = (request: autocannon.Request) => {
    const { expect, ...asked } = next()
    expected = expect
    return { ...request, ...asked }
  }
  const onResponse = (_: number, body: string) => {
    if (expected !== undefined && !body.includes(expected)) wrong ??= body
  }
  return fire(address, extent, [{ setupRequest, onResponse }], () => wrong)
}

/**
 * One thing after the other, each with what the one before answered; so many chains in all, `connections` at once.
 * A load's answers are those of single requests. Throws unless every answer is a 2xx.
 */
export function loadChains<T>(
  address: string,
  { chains, connections }: { chains: number; connections: number },
  begin: () => T,
  steps: readonly { ask: (made: T) => Request; take?: (made: T, answer: string) => void }[],
): Promise<Load> {
  const requests = steps.map(
    ({ ask, take }, index): autocannon.Request => ({
      setupRequest: (request, context: { made?: T }) => {
        if (index === 0 || context.made === undefined) context.made = begin()
        const { expect: _, ...asked } = ask(context.made)
        return { ...request, ...asked }
      },
      onResponse: (_, body, context: { made?: T }) => {
        if (take && context.made !== undefined) take(context.made, body)
      },
    }),
  )
  return fire(address, { amount: chains * steps.length, connections }, requests, () => undefined)
}

function fire(
  address: string,
  extent: Extent,
  requests: autocannon.Request[],
  findWrong: () => string | undefined,
): Promise<Load> {
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
        requests,
      },
      (error: unknown, result: autocannon.Result) => {
        const failed = result ? result.non2xx + result.errors : 0
        const wrong = findWrong()
        if (error) reject(error)
        else if (failed > 0) reject(new Error(`${failed} of ${answers} answers were not 2xx: ${nameCodes(result)}`))
        else if (wrong !== undefined) reject(new Error(`Not what was expected: ${wrong.slice(0, 500)}`))
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
