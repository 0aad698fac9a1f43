import type { EventOf } from '@/lib/after-sales/domain/events'
import type { GatewayBook } from '../gateway'
import type { Finding } from './finding'
import type { Snapshot } from './snapshot'

/** R7.1 Each refund that a case ordered is paid exactly once, by the tables and by the gateway's own book, and no other. */
export function checkMoney(snapshot: Snapshot, book: GatewayBook): Finding[] {
  return [...checkOrdered(snapshot), ...checkBooks(snapshot, book), ...checkLines(snapshot)]
}

type Ordered = EventOf<'RefundOrdered'>['data']

function checkOrdered({ events, refunds }: Snapshot): Finding[] {
  const rows = new Map(refunds.map((refund) => [refund.afterSaleNo, refund]))
  const ordered = new Map<string, Ordered[]>()
  const arrived = new Map<string, number>()
  for (const { no, event } of events) {
    if (event.type === 'RefundOrdered') ordered.set(no, [...(ordered.get(no) ?? []), event.data])
    if (event.type === 'RefundSucceeded') arrived.set(no, (arrived.get(no) ?? 0) + 1)
  }
  const findings: Finding[] = []
  for (const [no, [order, ...more]] of ordered) {
    const row = rows.get(no)
    if (more.length > 0) findings.push({ kind: 'refundTwice', subject: no, text: `ordered ${more.length + 1} times` })
    if (!row || row.no !== order?.refundNo || row.amountFen !== order.amountFen)
      findings.push({ kind: 'booksDiffer', subject: no, text: `ordered ${say(order)}, the table has ${say(row)}` })
    else if (row.status !== 'SUCCEEDED')
      findings.push({ kind: 'refundUnpaid', subject: no, text: `its refund is ${row.status}` })
    const times = arrived.get(no) ?? 0
    if (row?.status === 'SUCCEEDED' && times !== 1)
      findings.push({
        kind: times > 1 ? 'refundTwice' : 'booksDiffer',
        subject: no,
        text: `its case heard of it ${times} times`,
      })
  }
  for (const { no, afterSaleNo } of refunds)
    if (!ordered.has(afterSaleNo))
      findings.push({ kind: 'booksDiffer', subject: afterSaleNo, text: `${no} was ordered by no event` })
  return findings
}

function checkBooks({ refunds }: Snapshot, book: GatewayBook): Finding[] {
  const rows = new Map(refunds.map((refund) => [refund.no, refund]))
  const findings: Finding[] = []
  for (const [no, { payments }] of book) {
    const row = rows.get(no)
    if (payments.length > 1)
      findings.push({ kind: 'refundTwice', subject: no, text: `the gateway paid it ${payments.length} times` })
    if (payments.length > 0 && row?.status !== 'SUCCEEDED')
      findings.push({
        kind: 'booksDiffer',
        subject: no,
        text: `paid by the gateway, ${row?.status ?? 'unknown'} in the table`,
      })
    for (const { amountFen } of payments)
      if (row && row.amountFen !== amountFen)
        findings.push({ kind: 'booksDiffer', subject: no, text: `${amountFen} fen were paid for ${row.amountFen}` })
  }
  for (const { no, status } of refunds)
    if (status === 'SUCCEEDED' && (book.get(no)?.payments.length ?? 0) === 0)
      findings.push({ kind: 'booksDiffer', subject: no, text: 'paid by the table, not by the gateway' })
  return findings
}

/** R0.5 What was ordered of each line, and never more than was paid for it. */
function checkLines({ cases, events, orderLines }: Snapshot): Finding[] {
  const places = new Map(cases.map(({ no, shopId, orderNo }) => [no, `${shopId} ${orderNo}`]))
  const sums = new Map<string, number>()
  for (const { no, event } of events) {
    if (event.type !== 'RefundOrdered') continue
    for (const { lineNo, amountFen } of event.data.lines) {
      const key = `${places.get(no)} ${lineNo}`
      sums.set(key, (sums.get(key) ?? 0) + amountFen)
    }
  }
  return orderLines.flatMap(({ shopId, orderNo, lineNo, paidFen, refundedFen }) => {
    const ordered = sums.get(`${shopId} ${orderNo} ${lineNo}`) ?? 0
    if (ordered === refundedFen && ordered <= paidFen) return []
    const text = `line ${lineNo}: ${ordered} fen ordered back, ${refundedFen} in the table, ${paidFen} paid`
    return [{ kind: 'booksDiffer', subject: orderNo, text } satisfies Finding]
  })
}

function say(what: { amountFen: number } | undefined): string {
  return what ? JSON.stringify(what) : 'nothing'
}
