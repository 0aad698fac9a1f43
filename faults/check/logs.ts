import { isDeepStrictEqual } from 'node:util'
import type { AfterSaleEvent } from '@/lib/after-sales/domain/events'
import { replay } from '@/lib/after-sales/domain/evolve'
import { expectColumns, expectLines } from './expected-row'
import type { Finding } from './finding'
import { type CaseRow, logsOf, type Snapshot } from './snapshot'

/** Logs without gaps, each of them leading to exactly the row that stands there. */
export function checkLogs(snapshot: Snapshot): Finding[] {
  const rows = new Map(snapshot.cases.map((row) => [row.no, row]))
  const lines = new Map<string, Snapshot['lines']>()
  for (const line of snapshot.lines) lines.set(line.no, [...(lines.get(line.no) ?? []), line])
  return [...logsOf(snapshot)].flatMap(([no, log]) => {
    const row = rows.get(no)
    if (!row) return [{ kind: 'caseLost', subject: no, text: 'has events and no row' } satisfies Finding]
    const gaps = checkNumbers(row, log)
    // a log with a hole in it leads nowhere
    return gaps.length > 0 ? gaps : compare(row, lines.get(no) ?? [], log)
  })
}

type Log = readonly { seq: number; event: AfterSaleEvent }[]

function checkNumbers({ no, seq }: CaseRow, log: Log): Finding[] {
  const findings: Finding[] = []
  const broken = log.findIndex((entry, index) => entry.seq !== index + 1)
  if (broken >= 0) findings.push({ kind: 'logGap', subject: no, text: `event ${broken + 1} is missing` })
  else if (log.length !== seq)
    findings.push({ kind: 'logGap', subject: no, text: `${log.length} events, the row counts ${seq}` })
  if (log[0]?.event.type !== 'Applied')
    findings.push({ kind: 'logGap', subject: no, text: 'does not begin with Applied' })
  const back = log.findIndex(({ event }, index) => event.recordedAt < (log[index - 1]?.event.recordedAt ?? 0))
  if (back >= 0) findings.push({ kind: 'logGap', subject: no, text: `event ${back + 1} is older than the one before` })
  return findings
}

function compare(row: CaseRow, lines: Snapshot['lines'], log: Log): Finding[] {
  const state = replay(log.map(({ event }) => event))
  const differing = Object.entries(expectColumns(state)).filter(
    ([column, expected]) => !isDeepStrictEqual(normalise(row[column]), normalise(expected)),
  )
  const texts = differing.map(
    ([column, expected]) => `${column} is ${JSON.stringify(row[column])}, its events say ${JSON.stringify(expected)}`,
  )
  const standing = lines.map(({ no: _, ...line }) => line)
  if (!isDeepStrictEqual(standing, expectLines(state)))
    texts.push(`its lines are ${JSON.stringify(standing)}, its events say ${JSON.stringify(expectLines(state))}`)
  return texts.map((text) => ({ kind: 'rowDiffers', subject: row.no, text }))
}

/** As JSON holds it: what is not there is null, an instant is a number. */
function normalise(value: unknown): unknown {
  if (value instanceof Date) return value.getTime()
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
