import { setTimeout as wait } from 'node:timers/promises'
import { OperatorError } from '@/lib/operator-error'
import { watchNpm } from '@/scripts/npm-ancestors'

type Closer = () => Promise<unknown>

// Ctrl-C in a terminal reaches npm and us alike, and npm hands it on: echoes of one wish come within this time.
const ECHO_MS = 500
const END_WITHIN_MS = 1_900

const closers: Closer[] = []
let ending: Promise<never> | undefined

/** What is opened later is closed earlier. A closer may take its time, but all together have under two seconds. */
export function closeAtEnd(closer: Closer): void {
  closers.unshift(closer)
}

/** Ends the process in order on SIGINT and SIGTERM, and when the npm that started it is gone; at once when told twice. */
export function endOnSignals(): void {
  let firstAt: number | undefined
  const end = () => {
    if (firstAt !== undefined && Date.now() - firstAt > ECHO_MS) process.exit(1)
    firstAt ??= Date.now()
    void endProcess(0)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  watchNpm(end)
}

/** Closes everything and exits. */
export function endProcess(code: number): Promise<never> {
  ending ??= closeAll().then(
    () => process.exit(code),
    (error: unknown) => fail(error),
  )
  return ending
}

/** Says in one sentence why the process cannot go on, closes what is open and exits with 1. */
export async function giveUp(reason: string): Promise<never> {
  process.stderr.write(`${reason}\n`)
  return endProcess(1)
}

/** What to do with an error on the way up: an operator's is a sentence, any other a defect with its stack. */
export async function failStart(error: unknown): Promise<never> {
  if (error instanceof OperatorError) return giveUp(error.message)
  console.error(error)
  return endProcess(1)
}

async function closeAll(): Promise<void> {
  const deadline = wait(END_WITHIN_MS, undefined, { ref: false }).then(() => process.exit(1))
  for (let closer = closers.shift(); closer; closer = closers.shift()) {
    await Promise.race([closer().catch((error: unknown) => console.error(error)), deadline])
  }
}

function fail(error: unknown): never {
  console.error(error)
  process.exit(1)
}
