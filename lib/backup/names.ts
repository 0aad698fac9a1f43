import type { Table } from './manifest'

/** What the entries of a backup are called. */

export const HEAD = 'backup.json'
export const TAIL = 'manifest.json'
const TABLES = 'tables/'
const FILES = 'files/'

/** A table's rows come in pieces, which are named by its place among the tables and counted. */
export const pieceName = (index: number, { schema, name }: Table, piece: number) =>
  `${TABLES}${String(index).padStart(3, '0')}-${schema}.${name}/${String(piece).padStart(6, '0')}`

export const fileName = (key: string) => `${FILES}${key}`

/** Whose rows the entry holds: the place of the table; or which object of the file storage. Null: neither. */
export function readName(name: string): { table: number } | { key: string } | null {
  const table = /^tables\/(\d+)-[^/]+\/\d+$/.exec(name)?.[1]
  if (table !== undefined) return { table: Number(table) }
  // it becomes a path: nothing that leads elsewhere
  const key = /^files\/(\w{2}\/\w[\w-]*(\.thumbnail)?)$/.exec(name)?.[1]
  return key === undefined ? null : { key }
}
