import { median } from './database'
import type { Load } from './load'

/** What was asked again and again, with how many cases in the database (null: none is asked for), and how it went. */
export type Result = { name: string; cases: number | null; rounds: Load[] }
type Row = { name: string; cases: number; ofBare: number; ofFew: number; perSecond: number; p50: number; p99: number }

/** Medians of the rounds, a ratio's of the ratios within a round. The first result is the bare handler's. */
export function summarize([bare, ...results]: readonly Result[], few: number): { bare: number; rows: Row[] } {
  const base = bare ? ratesOf(bare) : []
  const rows = results.map((result) => {
    const { name, cases, rounds } = result
    const rates = ratesOf(result)
    const small = results.find((other) => other.name === name && other.cases === few)
    return {
      name,
      cases: cases ?? 0,
      ofBare: median(divide(rates, base)),
      ofFew: median(divide(rates, small ? ratesOf(small) : [])),
      perSecond: median(rates),
      p50: median(rounds.map(({ p50 }) => p50)),
      p99: median(rounds.map(({ p99 }) => p99)),
    }
  })
  return { bare: median(base), rows }
}

/** A table, with what does not depend on the machine first. */
export function formatReport({ bare, rows }: ReturnType<typeof summarize>): string {
  const lines = rows.map(({ name, cases, ofBare, ofFew, perSecond, p50, p99 }) =>
    line(name, [
      String(cases),
      ofBare.toFixed(3),
      ofFew.toFixed(2),
      perSecond.toFixed(0),
      p50.toFixed(0),
      p99.toFixed(0),
    ]),
  )
  const head = line('', ['cases', 'of bare', 'of few', 'per s', 'p50 ms', 'p99 ms'])
  return [head, ...lines, '', `The bare route handler answers ${bare.toFixed(0)} requests per second here.`].join('\n')
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(28) + cells.map((cell) => cell.padStart(9)).join('')
}

function ratesOf({ rounds }: Result): number[] {
  return rounds.map(({ answers, seconds }) => answers / seconds)
}

function divide(values: readonly number[], by: readonly number[]): number[] {
  return values.map((value, round) => value / (by[round] ?? Number.NaN))
}
