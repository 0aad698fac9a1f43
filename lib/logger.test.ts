import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

test('a process ends though nobody reads its log any more', async () => {
  // vitest's own environment is silent
  const env = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn' } as const
  const loud = spawn(process.execPath, ['--import', 'tsx', 'tests/support/loud.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  try {
    const ended = once(loud, 'exit')
    await once(loud.stdout, 'data')
    loud.stdout.destroy()
    expect(await ended).toEqual([3, null])
  } finally {
    loud.kill('SIGKILL')
  }
})
