import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The demo itself, on a port that is free and on data of its own. */
export type Product = { address: string; stop: () => Promise<void> }

/** What the platform says who it is with. */
export const PLATFORM_KEY = 'a-platform-key-for-the-journeys-only'

/** How long it may take to end by itself. */
const PATIENCE_MS = 3000

export async function startProduct(): Promise<Product> {
  const dir = mkdtempSync(join(tmpdir(), 'afterdesk-e2e-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      AFTERDESK_SANDBOX: '1',
      AFTERDESK_DATA_DIR: dir,
      AFTERDESK_PLATFORM_KEY: PLATFORM_KEY,
      // the receivers of the journeys listen on this machine
      AFTERDESK_WEBHOOK_ALLOW_PRIVATE: '1',
    },
  })
  const address = await readAddress(child)
  return {
    address,
    stop: async () => {
      await end(child)
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** It says where it is once it is there. */
async function readAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The demo has no output.')
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    const address = /Afterdesk is at (\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    // whatever it says from here on is nobody's, but has to go somewhere
    child.stdout.resume()
    return address
  }
  throw new Error('The demo ended before it served anything.')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await ended
  clearTimeout(patience)
}
