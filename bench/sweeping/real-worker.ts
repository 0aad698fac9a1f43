import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appAddress } from '@/lib/db/embedded/login'
import { SECRET } from '../servers'
import { readPeakMb } from './processor'

/** Workers as `npm run worker` starts them. `readPeaks`: the most memory that each has had, in MB. */
export type Workers = { readPeaks: () => number[]; stop: () => Promise<void> }

/** They are at work when this returns. */
export async function startWorkers(count: number, url: string): Promise<Workers> {
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ['--import', 'tsx', 'worker.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: appAddress(url),
        AFTERDESK_SECRET: SECRET,
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
      },
    }),
  )
  await Promise.all(children.map(waitUntilAtWork))
  const stop = async () => {
    const ended = children.map((child) => child.exitCode ?? once(child, 'exit'))
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(ended)
  }
  return { readPeaks: () => children.map(({ pid }) => (pid ? readPeakMb(pid) : Number.NaN)), stop }
}

async function waitUntilAtWork({ stdout }: ChildProcess): Promise<void> {
  for await (const chunk of stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    if (!String(chunk).includes('at work')) continue
    stdout?.resume()
    return
  }
  throw new Error('A worker ended before it began.')
}
