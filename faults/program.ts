import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** One process of the product, as somebody supervises it: when it ends, it is started again. */
export type Program = {
  name: string
  /** What it said of itself when it was up, such as its address; null while it is not. */
  place(): string | null
  kill(): void
  pause(): void
  resume(): void
  /** Resolves once it is up. Throws when it does not come up for a long time. */
  up(): Promise<void>
  stop(): Promise<void>
}

export type ProgramOptions = {
  name: string
  script: string
  env: Record<string, string>
  /** What it says when it is up; the first group is its place. */
  saysUp: RegExp
  logFile: string
  /** It ended by itself after it was up, which nothing that is done to it may lead to. */
  onDeath: (how: string) => void
}

/** Nothing is proven by it: it ends what would never end. */
const UP_WITHIN_MS = 300_000
const START_AGAIN_MS = 300
const STOP_WITHIN_MS = 3000

export function superviseProgram(options: ProgramOptions): Program {
  const log = createWriteStream(options.logFile, { flags: 'a' })
  let place: string | null = null
  let ending = false
  const waiting = new Set<() => void>()
  let child = start()
  // nobody stays behind, however the run ends
  process.once('exit', () => void child.kill('SIGKILL'))

  function start(): ChildProcess {
    const begun = spawn(process.execPath, ['--import', 'tsx', options.script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    })
    let said = ''
    begun.stderr?.pipe(log, { end: false })
    begun.stdout?.pipe(log, { end: false })
    begun.stdout?.on('data', (chunk: Buffer) => {
      if (place !== null) return
      said += chunk.toString('utf8')
      const words = options.saysUp.exec(said)
      if (!words) return
      place = words[1] ?? options.name
      for (const resolve of waiting) resolve()
      waiting.clear()
    })
    begun.once('exit', (code, signal) => {
      // before it was up, the database may not have been there: who supervises it tries again
      if (place !== null && signal !== 'SIGKILL' && !ending) options.onDeath(`exit ${code ?? signal}`)
      place = null
      setTimeout(() => {
        if (!ending) child = start()
      }, START_AGAIN_MS)
    })
    return begun
  }

  return {
    name: options.name,
    place: () => place,
    kill: () => void child.kill('SIGKILL'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async up() {
      if (place !== null) return
      const up = new Promise<'up'>((resolve) => waiting.add(() => resolve('up')))
      const late = wait(UP_WITHIN_MS, 'late' as const, { ref: false })
      if ((await Promise.race([up, late])) === 'late')
        throw new Error(`${options.name} does not come up: see ${options.logFile}`)
    },
    async stop() {
      ending = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      const patience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
      await ended
      clearTimeout(patience)
    },
  }
}
