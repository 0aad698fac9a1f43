import type { Finding } from './check/finding'
import { FINDING_KINDS } from './check/finding'
import type { Snapshot } from './check/snapshot'
import type { LoadBook } from './load/book'
import type { RunOptions } from './options'
import { FAULT_KINDS } from './plan'
import type { ReceiverBook } from './receiver'
import type { Tally } from './tally'

export type Run = {
  options: RunOptions
  snapshot: Snapshot
  load: LoadBook
  receivers: readonly ReceiverBook[]
  tallies: { faults: Tally; answers: Tally; gateway: Tally; receiver: Tally }
  leaptMs: number
  seconds: number
  findings: readonly Finding[]
}

/** How many findings of a kind are told in full. */
const TOLD = 8

/** The run as a table: what there was, what was done to it, what is wrong. */
export function formatRun(run: Run): string {
  const { options, tallies, findings } = run
  const { seed, seconds, webs, workers } = options
  return [
    `seed ${seed}, ${seconds} s under faults, ${webs} web processes, ${workers} workers; ${run.seconds.toFixed(0)} s in all`,
    ...section('cases', describeCases(run)),
    ...section('answers to people', tallies.answers.entries()),
    ...section(
      'faults',
      FAULT_KINDS.map((kind): Line => [kind, tallies.faults.of(kind)]),
    ),
    ...section('', restOf(tallies.faults)),
    ...section('gateway', tallies.gateway.entries()),
    ...section('receivers', [...describeReceivers(run), ...tallies.receiver.entries()]),
    ...section(
      'findings',
      FINDING_KINDS.map((kind): Line => [kind, findings.filter((one) => one.kind === kind).length]),
    ),
    ...FINDING_KINDS.flatMap((kind) => tell(findings.filter((one) => one.kind === kind))),
    '',
    findings.length === 0 ? 'Nothing was lost, doubled, early or late.' : `${findings.length} findings.`,
  ].join('\n')
}

type Line = readonly [name: string, count: number]

function section(title: string, lines: readonly Line[]): string[] {
  const told = lines.map(([name, count]) => `  ${name.padEnd(34)} ${String(count).padStart(8)}`)
  return title === '' ? told : ['', title, ...told]
}

function restOf(tally: Tally): Line[] {
  const kinds: readonly string[] = FAULT_KINDS
  return tally.entries().filter(([name]) => !kinds.includes(name))
}

function describeCases({ snapshot, load, leaptMs }: Run): Line[] {
  const byStatus = new Map<string, number>()
  for (const { status } of snapshot.cases) byStatus.set(String(status), (byStatus.get(String(status)) ?? 0) + 1)
  const events = (pattern: RegExp) => snapshot.events.filter(({ event }) => pattern.test(event.type)).length
  return [
    ['cases', snapshot.cases.length],
    ...[...byStatus].sort(),
    ['applications sent', load.applications.length],
    ['acts sent', load.acts.length],
    ['events', snapshot.events.length],
    ['decided by the clock', events(/Expired$/)],
    ['refunds paid', events(/^RefundSucceeded$/)],
    ['webhooks announced', snapshot.webhooks.length],
    ['hours that the clock leapt', Math.round(leaptMs / 3_600_000)],
  ]
}

function describeReceivers({ receivers }: Run): Line[] {
  const arrivals = receivers.flatMap((book) => book.arrivals)
  return [
    ['came', arrivals.length],
    ['taken', arrivals.filter(({ taken }) => taken).length],
    [
      'webhooks taken at least once',
      receivers.reduce(
        (sum, book) => sum + new Set(book.arrivals.filter(({ taken }) => taken).map(({ id }) => id)).size,
        0,
      ),
    ],
  ]
}

function tell(findings: readonly Finding[]): string[] {
  const told = findings.slice(0, TOLD).map(({ kind, subject, text }) => `  ${kind}: ${subject} ${text}`)
  return findings.length > TOLD ? [...told, `  … and ${findings.length - TOLD} more`] : told
}
