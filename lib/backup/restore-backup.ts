import type pg from 'pg'
import { OperatorError } from '@/lib/operator-error'
import { type Entry, readEntries, verifyArchive } from './archive-reader'
import { findFilledTable, isInUse, listTables, nameOf, readMigrationsRun } from './catalogue-queries'
import { refuseMisfit } from './fit'
import { emptyTables, lockTables, releaseJobs, resumeChecks, setSequences, suspendChecks } from './load-store'
import type { Head, Tail } from './manifest'
import { readName } from './names'
import { openStage, type Stage } from './objects'
import { measureTable, writeRows } from './rows-store'
import { migrateAsBackup, migrateFurther } from './schema-store'
import { withSession } from './session'

/** `further`: the migrations that this checkout has beyond the backup's. */
export type Restored = { head: Head; tail: Tail; further: string[] }
export type RestoreOptions = {
  /** Goes on although what was sealed will not open here. */
  otherSecret?: boolean
}

/**
 * Puts a backup into the empty database of this URL, and its files onto this machine's disk. The whole archive is read and
 * checked before anything is touched; what it holds comes in one transaction, or not at all. Throws OperatorError for an
 * archive, a database or an environment that it cannot be done with.
 */
export async function restoreBackup(url: string, file: string, options: RestoreOptions = {}): Promise<Restored> {
  const { head, tail } = await verifyArchive(file)
  refuseMisfit(head, options)
  await withSession(url, (session) => refuseOccupied(session, head))
  await migrateAsBackup(url, head)
  await withSession(url, (session) => load(session, file, head, tail))
  return { head, tail, further: await migrateFurther(url) }
}

async function refuseOccupied(session: pg.Client, head: Head): Promise<void> {
  await refuseFilled(session)
  if (await isInUse(session)) throw new OperatorError('Afterdesk runs on this database: end it first.')
  const known = new Set(head.migrations.map(({ name }) => name))
  const beyond = (await readMigrationsRun(session)).find(({ name }) => !known.has(name))
  if (beyond)
    throw new OperatorError(
      `The database has migration ${beyond.name}, which the backup has not: restore into a new one.`,
    )
}

async function refuseFilled(session: pg.Client): Promise<void> {
  const filled = await findFilledTable(session)
  if (filled !== null)
    throw new OperatorError(
      `The database is not empty (${filled} has rows): restore into a new one, nothing was touched.`,
    )
}

async function load(session: pg.Client, file: string, head: Head, tail: Tail): Promise<void> {
  const stage = await openStage()
  try {
    await session.query('BEGIN')
    await fillTables(session, file, head, tail, stage)
    await stage.settle()
    await session.query('COMMIT')
  } finally {
    // a transaction that did not get there ends with its connection
    await stage.remove()
  }
  await session.query('ANALYZE')
}

async function fillTables(session: pg.Client, file: string, head: Head, tail: Tail, stage: Stage): Promise<void> {
  await refuseOtherTables(session, head)
  await lockTables(session, head.tables)
  await refuseFilled(session)
  const suspended = await suspendChecks(session, head.tables)
  await emptyTables(session, head.tables)
  await readInto(session, file, head, stage)
  await setSequences(session, tail.sequences)
  await resumeChecks(session, suspended)
  for (const [index, table] of head.tables.entries()) {
    const { rows, checksum } = await measureTable(session, table)
    const told = tail.tables[index]
    if (told?.rows !== rows || told.checksum !== checksum)
      throw new OperatorError(`${table.name} is not what was backed up (${rows} rows of ${told?.rows}).`)
  }
  await releaseJobs(session)
}

async function refuseOtherTables(session: pg.Client, head: Head): Promise<void> {
  const found = new Map((await listTables(session)).map((table) => [nameOf(table), new Set(table.columns)]))
  const lost = head.tables.find((table) => !table.columns.every((column) => found.get(nameOf(table))?.has(column)))
  if (lost) throw new OperatorError(`This Afterdesk has no table ${nameOf(lost)} as the backup has it.`)
}

/** A table's pieces lie one behind the other, and are one COPY. */
async function readInto(session: pg.Client, file: string, { tables }: Head, stage: Stage): Promise<void> {
  const entries = readEntries(file)
  let next = await entries.next()
  async function* piecesOf(index: number): AsyncGenerator<Buffer> {
    for (; !next.done && tableOf(next.value) === index; next = await entries.next()) yield* next.value.content
  }
  while (!next.done) {
    const named = readName(next.value.name)
    const table = named && 'table' in named ? tables[named.table] : undefined
    if (named && 'table' in named && table) await writeRows(session, table, piecesOf(named.table))
    else {
      if (named && 'key' in named) await stage.put(named.key, next.value.content)
      next = await entries.next()
    }
  }
}

function tableOf({ name }: Entry): number | null {
  const named = readName(name)
  return named && 'table' in named ? named.table : null
}
