import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

// The server as a person runs it: how it starts, how it ends, and what its death leaves behind. No browser needed.

const drawSecret = () => randomBytes(32).toString('hex')
const AFTERDESK_SECRET = drawSecret()
let folder = ''
let started: ChildProcess[] = []

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'afterdesk-process-'))
})

test.afterEach(async () => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGKILL')
  started = []
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

test('a request under way and an open connection do not keep it from ending', async () => {
  const server = start()
  const address = await readAddress(server)
  expect((await fetch(`${address}/api/health`)).status).toBe(200)
  const database = readDatabasePid()
  const idle = connect(Number(new URL(address).port), '127.0.0.1')
  await once(idle, 'connect')
  // Half a request: its end never comes.
  idle.on('error', () => {})
  idle.write('POST /api/v1/after-sales HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{')
  // it would wait for minutes if it waited for them
  expect(await end(server, 'SIGTERM')).toBe(0)
  expect(isAlive(database)).toBe(false)
})

test('killed outright, it leaves nothing that blocks the next start', async () => {
  const first = start()
  await readAddress(first)
  const database = readDatabasePid()
  await end(first, 'SIGKILL')
  const second = start()
  expect((await fetch(`${await readAddress(second)}/api/health`)).status).toBe(200)
  expect(readDatabasePid()).not.toBe(database)
})

test('it ends when the npm that started it is killed', async () => {
  const npm = start('npm', ['start'])
  await readAddress(npm)
  const database = readDatabasePid()
  await end(npm, 'SIGKILL')
  await expect.poll(() => isAlive(database)).toBe(false)
})

test('a taken port and a wrong setting are each told in one sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await readFailure({ PORT: String(port) })).toBe(
    `Port ${port} is taken on 127.0.0.1: end what runs there, or choose another with PORT=…\n`,
  )
  taken.close()
  expect(await readFailure({ PORT: 'http' })).toBe('PORT must be a whole number from 0 to 65535.\n')
  expect(await readFailure({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/x', AFTERDESK_SECRET })).toBe(
    'The database cannot be reached, check DATABASE_URL: connect ECONNREFUSED 127.0.0.1:1\n',
  )
})

test('nothing that opens a door stands in its arguments', async () => {
  test.skip(process.platform === 'win32')
  const given = { AFTERDESK_PLATFORM_KEY: drawSecret(), AFTERDESK_SECRET }
  await readAddress(start(undefined, undefined, given))
  const password = readFileSync(join(folder, 'postgres', 'afterdesk.password'), 'utf8').trim()
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
  expect(running).toContain(folder)
  for (const opener of [password, ...Object.values(given)]) expect(running).not.toContain(opener)
})

test('nothing that opens a door stands in what it complains of', async () => {
  test.slow()
  const password = drawSecret()
  for (const DATABASE_URL of [`postgresql://desk:${password}@127.0.0.1:1/x`, `postgresql://desk:${password}@:x/[`])
    expect(await readFailure({ AFTERDESK_SECRET, DATABASE_URL })).not.toContain(password)
  const weak = 'my-secret-password-of-the-example-desk'
  const complaint = await readFailure({ DATABASE_URL: 'postgresql://x@127.0.0.1:1/x', AFTERDESK_SECRET: weak })
  expect(complaint).toMatch(/^AFTERDESK_SECRET is made of words .*\n$/)
  expect(complaint).not.toContain(weak)
})

function start(
  program = process.execPath,
  args = ['--import', 'tsx', 'scripts/serve.ts'],
  env: Record<string, string> = {},
): ChildProcess {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', AFTERDESK_DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', ...env },
  })
  started.push(child)
  return child
}

async function readAddress(child: ChildProcess): Promise<string> {
  let output = ''
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk)
    const address = /Afterdesk is at (\S+)/.exec(output)?.[1]
    if (address) return address
  }
  throw new Error(`The server did not start: ${output}`)
}

async function readFailure(env: Record<string, string>): Promise<string> {
  const child = start(undefined, undefined, env)
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8')
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  return complaint
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit')
  child.kill(signal)
  const [code] = await exit
  return code
}

function readDatabasePid(): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
