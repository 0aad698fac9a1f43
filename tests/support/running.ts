import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server in a process of its own, on a port that was free, for journeys and measurements. */
export type Running = { address: string; pid: number; stop: () => Promise<void> }
/** `dataDir`: where its database and its files lie; `end` stops it and leaves them there. */
export type RunningDemo = Running & { dataDir: string; end: () => Promise<void> }

/** How long it may take to end by itself. */
const PATIENCE_MS = 3000

/** Runs a script that says where it is once it is there. Throws when it ends before. */
export async function run(script: string, env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...env },
  })
  return { address: await readAddress(child), pid: child.pid ?? Number.NaN, stop: () => end(child) }
}

/** The demo itself, on data of its own, which go when it stops. They begin as `past`, the data of a demo that has ended. */
export async function runDemo(env: Record<string, string> = {}, past?: string): Promise<RunningDemo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'afterdesk-demo-'))
  if (past !== undefined) cpSync(past, dataDir, { recursive: true })
  const demo = await run('scripts/demo.ts', { ...onData(dataDir), ...env })
  const stop = async () => {
    await demo.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...demo, dataDir, stop, end: demo.stop }
}

/** What a sandbox on the embedded database in this folder is started with. */
export function onData(dataDir: string): Record<string, string> {
  return { DATABASE_URL: '', AFTERDESK_OWNER_URL: '', AFTERDESK_SANDBOX: '1', AFTERDESK_DATA_DIR: dataDir }
}

async function readAddress(child: ChildProcess): Promise<string> {
  let output = ''
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    output += String(chunk)
    const address = / is at (\S+)/.exec(output)?.[1]
    if (address === undefined) continue
    // whatever it says from here on is nobody's, but has to go somewhere
    child.stdout?.resume()
    return address
  }
  throw new Error(`It ended before it served anything: ${output}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await ended
  clearTimeout(patience)
}
