import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A product that the journeys are in, as a process of its own. */
export type Product = { address: string; dataDir: string; stop: () => Promise<void> }

/** What the platform says who it is with. */
export const PLATFORM_KEY = 'a-platform-key-for-the-journeys-only'

/** How long it may take to end by itself. */
const PATIENCE_MS = 3000

/** The demo itself, on data of its own. */
export async function startProduct(): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'afterdesk-e2e-'))
  const demo = await run('scripts/demo.ts', dataDir)
  return {
    ...demo,
    stop: async () => {
      await demo.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** One more web process on the data of another product. */
export function startBeside({ dataDir }: Product): Promise<Product> {
  return run('scripts/serve.ts', dataDir)
}

async function run(script: string, dataDir: string): Promise<Product> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      AFTERDESK_SANDBOX: '1',
      AFTERDESK_DATA_DIR: dataDir,
      AFTERDESK_PLATFORM_KEY: PLATFORM_KEY,
      // the receivers of the journeys listen on this machine
      AFTERDESK_WEBHOOK_ALLOW_PRIVATE: '1',
    },
  })
  return { address: await readAddress(child), dataDir, stop: () => end(child) }
}

/** It says where it is once it is there. */
async function readAddress(child: ChildProcess): Promise<string> {
  let output = ''
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    output += String(chunk)
    const address = /Afterdesk is at (\S+)/.exec(output)?.[1]
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
