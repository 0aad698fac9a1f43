import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// The last thing that a build writes: an interrupted one does not have it.
const BUILT = join('.next', 'export-marker.json')

const SOURCES = ['app', 'components', 'lib', 'prisma', 'proxy.ts', 'instrumentation.ts']
const SETTINGS = ['package.json', 'package-lock.json', 'next.config.js', 'postcss.config.mjs']
const NOT_BUILT = /(^|\/)generated(\/|$)|\.test\.tsx?$/

/** Whether there is a finished production build in this folder. */
export function hasBuild(): boolean {
  return existsSync(BUILT)
}

/** Builds the app unless the build is newer than everything it is made of. Returns whether there is a build now. */
export function ensureBuild(): boolean {
  if (hasBuild() && statSync(BUILT).mtimeMs > Math.max(...[...SOURCES, ...SETTINGS].map(findNewest))) return true
  return build()
}

/** Builds the app. Returns whether that went well. */
export function build(): boolean {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  return spawnSync(process.execPath, [next, 'build'], { stdio: 'inherit', env }).status === 0
}

function findNewest(path: string): number {
  if (!existsSync(path) || NOT_BUILT.test(path)) return 0
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  // A folder's own time tells of a file that was taken away.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => findNewest(join(path, name))))
}
