import type pg from 'pg'
import { env } from '@/lib/env'
import { OperatorError } from '@/lib/operator-error'
import { type ArchiveWriter, writeArchive } from './archive-writer'
import { listTables, readMigrationsRun, readSequences, readServerVersion } from './catalogue-queries'
import { FORMAT, fingerprintSecret, type Head, type Table, type Tail } from './manifest'
import { HEAD, pieceName, TAIL } from './names'
import { addObjects } from './objects'
import { readStoredFiles } from './objects-queries'
import { measureTable, readRows } from './rows-store'
import { withSession } from './session'

/** `missing`: the ids of files that cases show and whose bytes are not there. */
export type Made = { head: Head; tail: Tail; missing: string[] }

// What a table's rows are gathered to before they are written; with gzip's and the connection's buffers all that is held.
const PIECE_BYTES = 4 * 1024 * 1024

/**
 * Writes all that the database of this URL holds at one moment, and the files of this machine's disk, into one archive.
 * Nobody who works meanwhile waits for it. Throws OperatorError where there is nothing to back up or nowhere to write.
 */
export async function makeBackup(url: string, file: string): Promise<Made> {
  return withSession(url, async (session) => {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const head = await beginHead(session)
    return writeArchive(file, (archive) => fill(archive, session, head))
  })
}

async function beginHead(session: pg.Client): Promise<Head> {
  const migrations = await readMigrationsRun(session)
  if (migrations.length === 0) throw new OperatorError('This database holds nothing of Afterdesk.')
  return {
    format: FORMAT,
    createdAt: new Date().toISOString(),
    postgres: await readServerVersion(session),
    migrations,
    secret: fingerprintSecret(),
    files: env().AFTERDESK_FILES,
    tables: await listTables(session),
  }
}

async function fill(archive: ArchiveWriter, session: pg.Client, head: Head): Promise<Made> {
  await archive.addText(HEAD, JSON.stringify(head, null, 1))
  const tables: Tail['tables'] = []
  for (const [index, table] of head.tables.entries()) {
    await addTable(archive, session, index, table)
    tables.push(await measureTable(session, table))
  }
  // files that came since are of no row that was read; those of a row that was read came before it
  const { missing, ...files } = await addFiles(archive, session, head)
  const sequences = await readSequences(session)
  const tail: Tail = { tables, sequences, files, contents: archive.digest() }
  await archive.addText(TAIL, JSON.stringify(tail, null, 1))
  return { head, tail, missing }
}

async function addTable(archive: ArchiveWriter, session: pg.Client, index: number, table: Table): Promise<void> {
  let [piece, gathered, bytes]: [number, Buffer[], number] = [0, [], 0]
  const flush = async () => {
    if (bytes > 0) await archive.addText(pieceName(index, table, piece), Buffer.concat(gathered))
    ;[piece, gathered, bytes] = [piece + 1, [], 0]
  }
  for await (const chunk of readRows(session, table)) {
    gathered.push(chunk)
    bytes += chunk.length
    if (bytes >= PIECE_BYTES) await flush()
  }
  await flush()
}

async function addFiles(archive: ArchiveWriter, session: pg.Client, { files, tables }: Head) {
  const added = { count: 0, bytes: 0, missing: [] as string[] }
  // a database may be older than files are
  if (files === 's3' || !tables.some(({ name }) => name === 'Attachment')) return added
  for await (const file of readStoredFiles(session)) {
    const bytes = await addObjects(archive, file)
    if (bytes !== null) Object.assign(added, { count: added.count + 1, bytes: added.bytes + bytes })
    // what no case shows may have been swept since the rows were read
    else if (file.used) added.missing.push(file.id)
  }
  return added
}
