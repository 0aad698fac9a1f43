import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs Prisma's command line without its native schema engine, which it would download and which only its `migrate`
 * commands need: migrations here are written by hand and applied by lib/db/migrate.ts. Returns what the run left.
 *
 * @param {string[]} args
 * @param {import('node:child_process').StdioOptions} stdio
 */
export function runPrisma(args, stdio = 'inherit') {
  const manifest = createRequire(import.meta.url).resolve('prisma/package.json')
  const cli = join(dirname(manifest), 'build', 'index.js')
  const env = {
    ...process.env,
    // Any file that exists keeps Prisma from downloading.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  return spawnSync(process.execPath, [cli, ...args], { cwd: root, env, stdio })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = runPrisma(process.argv.slice(2)).status ?? 1
