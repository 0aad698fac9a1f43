import { median } from './database'
import type { Finding } from './finding'
import type { Taken } from './growth-shop'

/** What each size took for a question in every round, and how many of its cases are open. */
export type Sizes = { cases: number; open: number; times: Map<string, Taken[]> }[]
/** Medians in ms, of the time until the answer and of the server's own work in it; null where nobody can tell. */
type Cost = { cases: number; ms: number; cpuMs: number | null; ratio: Ratio }
/** What it takes of the smallest size in the same round: the median, and between what the middle half lies. */
type Ratio = { median: number; from: number; to: number }
export type Growth = { question: string; sizes: Cost[] }

/** The most that a question may cost at the largest size, of what it costs at the smallest. */
export const LIMIT = 1.3

export function summarize(sizes: Sizes): Growth[] {
  const [small] = sizes
  return [...(small?.times.entries() ?? [])].map(([question, base]) => ({
    question,
    sizes: sizes.map(({ cases, times }) => {
      const taken = times.get(question) ?? []
      const cpu = taken.flatMap(({ cpuMs }) => cpuMs ?? [])
      return {
        cases,
        ms: median(taken.map(({ ms }) => ms)),
        cpuMs: cpu.length > 0 ? median(cpu) : null,
        ratio: compare(taken, base),
      }
    }),
  }))
}

function compare(taken: readonly Taken[], base: readonly Taken[]): Ratio {
  const work = ({ ms, cpuMs }: Taken) => cpuMs ?? ms
  const ratios = taken
    .map((one, round) => work(one) / (base[round] ? work(base[round]) : Number.NaN))
    .sort((a, b) => a - b)
  const at = (part: number) => ratios[Math.floor((ratios.length - 1) * part)] ?? Number.NaN
  return { median: median(ratios), from: at(0.25), to: at(0.75) }
}

/** What was measured, in one form with all other measurements. */
export function findingsOf(growth: readonly Growth[]): Finding[] {
  return growth.flatMap(({ question, sizes }) =>
    sizes.slice(1).map(
      ({ cases, ratio }): Finding => ({
        name: `${question}, ${cases.toLocaleString('en')} of ${sizes[0]?.cases.toLocaleString('en')} cases`,
        value: ratio.median,
        unit: '×',
        range: [ratio.from, ratio.to],
        target: { atMost: LIMIT },
      }),
    ),
  )
}

/** A table: the server's own work in ms, in brackets the time until the answer, and the ratios to the smallest. */
export function formatGrowth(growth: readonly Growth[]): string {
  const head = growth[0]?.sizes.map(({ cases }, at) => cell(`${cases.toLocaleString('en')} cases`, at)) ?? []
  const lines = growth.map(({ question, sizes }) => {
    const cells = sizes.map(({ ms, cpuMs, ratio }, at) => {
      const cost = `${(cpuMs ?? ms).toFixed(2)} (${ms.toFixed(1)})`
      const of = `×${ratio.median.toFixed(2)} (${ratio.from.toFixed(2)}–${ratio.to.toFixed(2)})`
      return cell(at === 0 ? cost : `${cost}  ${of}`, at)
    })
    const over = (sizes.at(-1)?.ratio.median ?? 0) > LIMIT ? `  over ×${LIMIT}` : ''
    return question.padEnd(26) + cells.join('') + over
  })
  return [`${'ms of the server (answer)'.padEnd(26)}${head.join('')}`, ...lines].join('\n')
}

function cell(text: string, at: number): string {
  return text.padStart(at === 0 ? 16 : 34)
}
