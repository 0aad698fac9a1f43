import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { nameOf } from './catalogue-queries'
import type { Measure, Table } from './manifest'

const columnsOf = ({ columns }: Table) => columns.map((column) => pg.escapeIdentifier(column)).join(', ')

/** The table's rows as COPY writes them, in pieces of whatever size they arrive in. */
export function readRows(session: pg.Client, table: Table): AsyncIterable<Buffer> {
  return session.query(to(`COPY ${nameOf(table)} (${columnsOf(table)}) TO STDOUT`))
}

/** Fills the table with rows that `readRows` read. */
export async function writeRows(session: pg.Client, table: Table, rows: AsyncIterable<Buffer>): Promise<void> {
  await pipeline(Readable.from(rows), session.query(from(`COPY ${nameOf(table)} (${columnsOf(table)}) FROM STDIN`)))
}

/** Counts the table's rows and sums them up, in whatever order they lie, by the text of what is written of them. */
export async function measureTable(session: pg.Client, table: Table): Promise<Measure> {
  const { rows } = await session.query<{ rows: string; checksum: string }>(
    `SELECT count(*)::text AS "rows", coalesce(sum(
       ('x' || left(encode(sha256(convert_to(ROW(${columnsOf(table)})::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint
     ), 0)::text AS "checksum" FROM ${nameOf(table)}`,
  )
  return { rows: Number(rows[0]?.rows), checksum: rows[0]?.checksum ?? '' }
}
