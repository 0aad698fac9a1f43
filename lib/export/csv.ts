import { type Stringifier, stringify } from 'csv-stringify'
import type zhCN from '@/lib/i18n/messages/zh-CN.json'
import { writeText, writeTime, writeYuan } from './cells'
import type { Words } from './words'

/** What stands in a column: the kind says how it is written. Whatever people typed is `text`. */
export type Column<R> = { name: keyof (typeof zhCN)['export']['columns'] } & (
  | { text: (row: R, words: Words) => string | null }
  | { count: (row: R) => number }
  | { fen: (row: R) => number | null }
  | { time: (row: R) => Date | null }
  /** In hours with one decimal, from ms. */
  | { span: (row: R) => number | null }
)

/** Rows go in, CSV comes out: UTF-8 with the mark by which Excel knows it, CRLF, one heading. */
export function openCsv<R>(columns: readonly Column<R>[], words: Words): Stringifier {
  return stringify({
    bom: true,
    header: true,
    columns: columns.map(({ name }) => words.t(`columns.${name}`)),
    record_delimiter: 'windows',
    eof: true,
  })
}

export function writeCells<R>(columns: readonly Column<R>[], row: R, words: Words): string[] {
  return columns.map((column) => writeCell(column, row, words))
}

function writeCell<R>(column: Column<R>, row: R, words: Words): string {
  if ('text' in column) return writeText(column.text(row, words) ?? '')
  if ('count' in column) return String(column.count(row))
  if ('fen' in column) return orEmpty(column.fen(row), writeYuan)
  if ('span' in column) return orEmpty(column.span(row), (ms) => (ms / HOUR_MS).toFixed(1))
  return orEmpty(column.time(row), writeTime)
}

const HOUR_MS = 3_600_000

function orEmpty<T>(value: T | null, write: (value: T) => string): string {
  return value === null ? '' : write(value)
}
