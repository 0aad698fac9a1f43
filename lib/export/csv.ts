import { type Stringifier, stringify } from 'csv-stringify'
import { writeText, writeTime, writeYuan } from './cells'
import { COLUMNS, type Column } from './columns'
import type { ExportedCase } from './queries'
import type { Words } from './words'

/** Cases go in, CSV comes out: UTF-8 with the mark by which Excel knows it, CRLF, one heading. */
export function openCsv(words: Words): Stringifier {
  return stringify({
    bom: true,
    header: true,
    columns: COLUMNS.map(({ name }) => words.t(`columns.${name}`)),
    record_delimiter: 'windows',
    eof: true,
  })
}

export function writeCells(row: ExportedCase, words: Words): string[] {
  return COLUMNS.map((column) => writeCell(column, row, words))
}

function writeCell(column: Column, row: ExportedCase, words: Words): string {
  if ('text' in column) return writeText(column.text(row, words) ?? '')
  if ('count' in column) return String(column.count(row))
  if ('fen' in column) {
    const fen = column.fen(row)
    return fen === null ? '' : writeYuan(fen)
  }
  const at = column.time(row)
  return at ? writeTime(at) : ''
}
