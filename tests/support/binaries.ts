import { existsSync } from 'node:fs'
import { type Binaries, inspectBinaries } from '@/lib/db/embedded/binaries'

/** The PostgreSQL to test on: the bundled one, or the system's when AFTERDESK_TEST_POSTGRES names its version. */
export function chooseBinaries(): { binaries?: Binaries } {
  const version = process.env.AFTERDESK_TEST_POSTGRES
  if (!version) return {}
  const dir = findSystemPostgres(version)
  if (dir === null)
    throw new Error(`AFTERDESK_TEST_POSTGRES=${version}, but this machine has no PostgreSQL ${version}.`)
  return { binaries: inspectBinaries(dir) }
}

/** Where Debian and its kin keep the programs of that version, or null when it is not installed. */
export function findSystemPostgres(version: string): string | null {
  const dir = `/usr/lib/postgresql/${version}/bin`
  return existsSync(dir) ? dir : null
}
