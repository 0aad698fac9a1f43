import type { AfterSaleEvent } from '@/lib/after-sales/domain/events'
import { advance, type Clocks, NO_CLOCKS } from './clock-model'
import type { Finding } from './finding'
import { type CaseRow, logsOf, type Snapshot } from './snapshot'

/** Which clock an expiry ends. */
const EXPIRES: Readonly<Record<string, string>> = {
  ReviewExpired: 'REVIEW',
  ReturnExpired: 'RETURN',
  ReceiptExpired: 'RECEIPT',
  ServiceExpired: 'SERVICE_CONFIRM',
}
/** A deadline may be over for so long while a worker is just about to decide it. */
const MOMENT_MS = 5000

/**
 * No clock shortened or moved: every one ends where the rules put it when it began (clock-model.ts), nothing fires before
 * that, nobody acts after it (R0.2, R0.3), and nothing is left overdue.
 */
export function checkClocks(snapshot: Snapshot): Finding[] {
  const rows = new Map(snapshot.cases.map((row) => [row.no, row]))
  return [...logsOf(snapshot)].flatMap(([no, log]) => {
    const findings: Finding[] = []
    let clocks = NO_CLOCKS
    for (const { event } of log) {
      findings.push(...judge(clocks, event).map((one) => ({ ...one, subject: no })))
      clocks = advance(clocks, event)
    }
    const row = rows.get(no)
    return row ? [...findings, ...compare(clocks, row), ...checkOverdue(clocks, no, snapshot.now)] : findings
  })
}

type Judged = Omit<Finding, 'subject'>

function judge({ running, evidence }: Clocks, event: AfterSaleEvent): Judged[] {
  const at = event.recordedAt
  const expires = EXPIRES[event.type]
  if (expires !== undefined) {
    if (running?.kind !== expires) return [{ kind: 'clockMoved', text: `${event.type} while no such clock ran` }]
    if (at <= running.dueAt)
      return [{ kind: 'clockShortened', text: `${event.type} ${running.dueAt - at} ms before its time was over` }]
    if (event.effectiveAt !== running.dueAt)
      return [{ kind: 'clockMoved', text: `${event.type} holds from another instant than its deadline` }]
    return []
  }
  if (running && running.kind !== 'SERVICE_ANSWER' && at > running.dueAt)
    return [{ kind: 'decidedLate', text: `${event.type} ${at - running.dueAt} ms after ${running.kind} was over` }]
  return judgeEvidence(evidence, event)
}

function judgeEvidence(evidence: Clocks['evidence'], event: AfterSaleEvent): Judged[] {
  const at = event.recordedAt
  if (event.type === 'EvidenceExpired') {
    const early = event.data.sides.filter((side) => at <= (evidence.get(side) ?? Number.POSITIVE_INFINITY))
    return early.map((side) => ({ kind: 'clockShortened', text: `evidence of ${side} ended before its time was over` }))
  }
  const late = [...evidence].filter(([, dueAt]) => at > dueAt)
  return late.map(([side]) => ({ kind: 'decidedLate', text: `${event.type} after the evidence of ${side} was over` }))
}

function compare({ running, evidence }: Clocks, row: CaseRow): Finding[] {
  const soonest = evidence.size > 0 ? Math.min(...evidence.values()) : null
  return [...compareInstant(row, 'dueAt', running?.dueAt ?? null), ...compareInstant(row, 'evidenceDueAt', soonest)]
}

function compareInstant(row: CaseRow, column: string, expected: number | null): Finding[] {
  const value = row[column]
  const stands = value instanceof Date ? value.getTime() : null
  if (stands === expected) return []
  const shortened = stands !== null && expected !== null && stands < expected
  const name = (at: number | null) => (at === null ? 'none' : new Date(at).toISOString())
  const text = `${column} is ${name(stands)}, by the rules ${name(expected)}`
  return [{ kind: shortened ? 'clockShortened' : 'clockMoved', subject: row.no, text }]
}

function checkOverdue({ running, evidence }: Clocks, no: string, now: number): Finding[] {
  const dues = [...evidence.values()]
  if (running && running.kind !== 'SERVICE_ANSWER') dues.push(running.dueAt)
  const over = dues.filter((dueAt) => now - dueAt > MOMENT_MS)
  return over.map((dueAt) => ({
    kind: 'overdue',
    subject: no,
    text: `undecided since ${new Date(dueAt).toISOString()}`,
  }))
}
