import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '@/lib/operator-error'

/** One folder of prisma/migrations. */
export interface Migration {
  name: string
  sql: string
  /** As Prisma writes it into `_prisma_migrations`: SHA-256 of the file, in hex. */
  checksum: string
}

/** What `_prisma_migrations` says of a migration that was begun and not taken back. */
export interface MigrationRecord {
  migration_name: string
  checksum: string
  finished_at: Date | null
  logs: string | null
}

/** The database and the migrations of this checkout do not fit together; the message says which and what to do. */
export class MigrationError extends OperatorError {
  override name = 'MigrationError'
}

/** The migrations of a folder in the order in which they run. */
export function readMigrations(dir = join(process.cwd(), 'prisma', 'migrations')): Migration[] {
  if (!existsSync(dir)) throw new MigrationError(`There are no migrations in ${dir}: start from the project's folder.`)
  return readdirSync(dir)
    .sort()
    .map((name) => ({ name, file: join(dir, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const bytes = readFileSync(file)
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

/** Which migrations are still to run. Throws MigrationError when history and files contradict each other. */
export function findPending(migrations: readonly Migration[], records: readonly MigrationRecord[]): Migration[] {
  const failed = records.find((record) => record.finished_at === null)
  if (failed) {
    throw new MigrationError(
      `Migration ${failed.migration_name} failed earlier${failed.logs ? ` (${failed.logs})` : ''}: ` +
        'repair the database, then set rolled_back_at (to run it again) or finished_at of its row in _prisma_migrations.',
    )
  }
  const files = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name: name, checksum } of records) {
    const file = files.get(name)
    if (!file) {
      throw new MigrationError(`Migration ${name} was applied to this database, but this checkout has no such file.`)
    }
    if (file.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was edited after it was applied: restore the file and put the change into a new migration.`,
      )
    }
  }
  const applied = new Set(records.map((record) => record.migration_name))
  return migrations.filter(({ name }) => !applied.has(name))
}
