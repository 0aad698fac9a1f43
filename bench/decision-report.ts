import { median } from './database'
import type { Finding } from './finding'

/** How long each decision of a round took in ms, so many at once: ours, and the same statements by raw pg. */
export type Round = { atOnce: number; ours: number[]; raw: number[] }
type Spread = { median: number; least: number; most: number }
type Row = { atOnce: number; percentile: 50 | 99; ours: number; raw: number; ratio: Spread }
type Summary = { statements: number; cases: number; rounds: number; rows: Row[] }

/** Medians of the rounds; a ratio's of the ratios within a round, with their range. */
export function summarizeDecisions(rounds: readonly Round[]): Row[] {
  const widths = [...new Set(rounds.map(({ atOnce }) => atOnce))]
  return widths.flatMap((atOnce) =>
    ([50, 99] as const).map((percentile) => {
      const met = rounds
        .filter((round) => round.atOnce === atOnce)
        .map(({ ours, raw }) => ({ ours: percentileOf(ours, percentile), raw: percentileOf(raw, percentile) }))
      return {
        atOnce,
        percentile,
        ours: median(met.map(({ ours }) => ours)),
        raw: median(met.map(({ raw }) => raw)),
        ratio: spreadOf(met.map(({ ours, raw }) => ours / raw)),
      }
    }),
  )
}

/** What was measured, in one form with all other measurements. */
export function findingsOf({ statements, rows }: Pick<Summary, 'statements' | 'rows'>): Finding[] {
  return [
    { name: 'an approval: statements', value: statements, unit: '', target: { atMost: 10 } },
    ...rows.flatMap(({ atOnce, percentile, ours, ratio }): Finding[] => [
      {
        name: `${atOnce} at once, p${percentile}, of the same statements by raw pg`,
        value: ratio.median,
        unit: '×',
        range: [ratio.least, ratio.most],
        target: { atMost: 1.5 },
      },
      { name: `${atOnce} at once, p${percentile}`, value: ours, unit: 'ms' },
    ]),
  ]
}

/** A table, with what does not depend on the machine first. */
export function formatDecisions({ statements, cases, rounds, rows }: Summary): string {
  const lines = rows.map(({ atOnce, percentile, ratio, ours, raw }) =>
    line(`${atOnce} at once, p${percentile}`, [
      `× ${ratio.median.toFixed(2)}`,
      `${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)}`,
      ours.toFixed(2),
      raw.toFixed(2),
    ]),
  )
  const head = line('', ['of raw pg', 'range', 'ours ms', 'raw ms'])
  const said = `An approval is ${statements} statements, BEGIN and COMMIT included. ${rounds} rounds of ${cases} each way.`
  return [head, ...lines, '', said].join('\n')
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(20) + cells.map((cell) => cell.padStart(12)).join('')
}

function spreadOf(values: readonly number[]): Spread {
  return { median: median([...values]), least: Math.min(...values), most: Math.max(...values) }
}

function percentileOf(values: readonly number[], percentile: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil((sorted.length * percentile) / 100) - 1] ?? Number.NaN
}
