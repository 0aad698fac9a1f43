import { median } from '../database'
import type { Finding } from '../finding'
import type { Accuracy } from './accuracy'
import type { Ending } from './due-cases'
import type { Engine } from './hand'
import type { Met } from './hands'
import { formatLate } from './percentiles'

export type Measured = { engine: Engine; workers: number; ending: Ending; on: string; rounds: Met[] }
/** `ofSweep`: by how much the sweep with as many workers is faster than this, and the target for it. */
type Row = {
  name: string
  workers: number
  perSecond: number
  range: [number, number]
  cpuMsEach: number
  sweepIs: number | null
  sweepCpuIs: number | null
  target: number | null
}

const NAMES: { [E in Ending]: string } = { refund: 'REVIEW, refunds', close: 'RETURN, closes' }
const TARGETS: { [E in Engine]: number | null } = {
  sweep: null,
  'plain SQL': 0.5,
  'one by one': 15,
  'graphile-worker': 1.2,
  'pg-boss': 1.5,
}

/** Medians of the rounds; a ratio's is the median of the ratios within a round. */
export function summarize(measured: readonly Measured[]): Row[] {
  return measured.flatMap((one) =>
    isRival(one) ? ENDINGS.map((ending) => toRow(measured, one, ending)) : [toRow(measured, one, one.ending)],
  )
}

const ENDINGS: readonly Ending[] = ['refund', 'close']

function isRival({ on }: Measured): boolean {
  return on === 'jobs'
}

function toRow(measured: readonly Measured[], one: Measured, ending: Ending): Row {
  const sweep = measured.find(
    (other) => other.engine === 'sweep' && other.ending === ending && other.workers === one.workers,
  )
  const compared = sweep && sweep !== one ? sweep : null
  const rates = one.rounds.map(rateOf)
  const name = isRival(one) ? `${one.engine}, empty jobs / ${NAMES[ending]}` : `${one.engine}: ${NAMES[ending]}`
  return {
    name,
    workers: one.workers,
    perSecond: median(rates),
    range: [Math.min(...rates), Math.max(...rates)],
    cpuMsEach: median(one.rounds.map(cpuOf)),
    sweepIs: compared && median(compared.rounds.map((met, round) => rateOf(met) / (rates[round] ?? Number.NaN))),
    sweepCpuIs: compared && median(one.rounds.map((met, round) => cpuOf(met) / cpuAt(compared, round))),
    target: compared && TARGETS[one.engine],
  }
}

const rateOf = ({ done, seconds }: Met) => done / seconds
const cpuOf = ({ done, cpuMs }: Met) => cpuMs / done
const cpuAt = ({ rounds }: Measured, round: number) => {
  const met = rounds[round]
  return met ? cpuOf(met) : Number.NaN
}

/** A table. `sweep is`: how many times as fast the sweep with as many workers is; `by CPU`: the same by processor time. */
export function formatRates(rows: readonly Row[]): string {
  const head = line('', ['workers', 'per s', 'range', 'CPU ms each', 'sweep is', 'by CPU', 'target'])
  const lines = rows.map(({ name, workers, perSecond, range, cpuMsEach, sweepIs, sweepCpuIs, target }) =>
    line(name, [
      String(workers),
      perSecond.toFixed(0),
      range.map((rate) => rate.toFixed(0)).join('–'),
      cpuMsEach.toFixed(3),
      sweepIs === null ? '' : `× ${sweepIs.toFixed(2)}`,
      sweepCpuIs === null ? '' : `× ${sweepCpuIs.toFixed(2)}`,
      target === null ? '' : `≥ ${target}`,
    ]),
  )
  return [head, ...lines].join('\n')
}

/** What was measured, in one form with all other measurements. */
export function findingsOf(rows: readonly Row[], accuracy: Accuracy | null): Finding[] {
  const rates = rows.flatMap(
    ({ name, workers, perSecond, range, cpuMsEach, sweepIs, sweepCpuIs, target }): Finding[] => {
      const by = `${workers} ${workers === 1 ? 'worker' : 'workers'}`
      const own: Finding = { name: `${name}, ${by}`, value: perSecond, unit: '/s', range }
      if (sweepIs === null || target === null)
        return [own, { name: `${name}, ${by}: processor for each`, value: cpuMsEach, unit: 'ms' }]
      const compared = `the sweep beside ${name}, ${by}`
      return [
        own,
        { name: compared, value: sweepIs, unit: '×', target: { atLeast: target } },
        ...(sweepCpuIs === null
          ? []
          : [{ name: `${compared}, by processor time`, value: sweepCpuIs, unit: '×' } as const]),
      ]
    },
  )
  if (!accuracy) return rates
  const { deadlines, overMs, decided, heard, idle } = accuracy
  const due = `${deadlines.toLocaleString('en')} deadlines over ${overMs / 1000} s`
  return [
    ...rates,
    { name: `${due}, from due to decided, p50`, value: decided.p50, unit: 'ms', target: { atMost: 15 } },
    { name: `${due}, from due to decided, p99`, value: decided.p99, unit: 'ms', target: { atMost: 50 } },
    { name: `${due}, until another process has heard of it, p50`, value: heard.p50, unit: 'ms' },
    { name: `${due}, until another process has heard of it, p99`, value: heard.p99, unit: 'ms' },
    { name: `nothing due for ${idle.seconds} s: transactions`, value: idle.transactions, unit: '' },
    { name: `nothing due for ${idle.seconds} s: processor of the workers`, value: idle.workersCpuMs, unit: 'ms' },
    { name: `nothing due for ${idle.seconds} s: processor of PostgreSQL`, value: idle.postgresCpuMs, unit: 'ms' },
  ]
}

export function formatAccuracy({ deadlines, overMs, workers, decided, heard, idle }: Accuracy): string {
  return [
    `${deadlines} deadlines over ${overMs / 1000} s, half REVIEW, half RETURN, ${workers} workers that only sweep. After the end of each:`,
    `decided  ${formatLate(decided)} (p50 ≤ 15, p99 ≤ 50)`,
    `heard of ${formatLate(heard)}, in another process`,
    `Nothing due for ${idle.seconds} s: ${idle.transactions} transactions, ${idle.workersCpuMs.toFixed(0)} ms of processor in the workers, ${idle.postgresCpuMs.toFixed(0)} ms in PostgreSQL.`,
  ].join('\n')
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(46) + cells.map((cell) => cell.padStart(14)).join('')
}
