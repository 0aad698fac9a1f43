import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@/lib/db/migrate'
import { readMigrations } from '@/lib/db/migrations'
import type { Head } from './manifest'

/** The tables that a backup was made of, by the migrations that it names. */

const FOLDER = join(process.cwd(), 'prisma', 'migrations')

/** The first migration of the backup that this checkout has not, or has otherwise. */
export function findMisfit({ migrations }: Head): { name: string; why: 'newer' | 'edited' } | null {
  const known = new Map(readMigrations(FOLDER).map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum } of migrations) {
    if (!known.has(name)) return { name, why: 'newer' }
    if (known.get(name) !== checksum) return { name, why: 'edited' }
  }
  return null
}

/** Makes the tables of a new database what they were when the backup was made. */
export async function migrateAsBackup(url: string, { migrations }: Head): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'afterdesk-restore-'))
  try {
    for (const { name } of migrations) {
      await mkdir(join(folder, name))
      await copyFile(join(FOLDER, name, 'migration.sql'), join(folder, name, 'migration.sql'))
    }
    await migrate(url, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Brings them up to this checkout; the names of what it ran. */
export function migrateFurther(url: string): Promise<string[]> {
  return migrate(url, FOLDER)
}
