import type { ReceiverBook } from '../receiver'
import { expectAnnouncements } from './announced'
import type { Finding } from './finding'
import { logsOf, type Snapshot } from './snapshot'

/** Whatever happened is announced, every announcement arrives at least once, and those of a case in order. */
export function checkWebhooks(snapshot: Snapshot, books: readonly ReceiverBook[]): Finding[] {
  return [
    ...checkAnnounced(snapshot),
    ...books.flatMap((book) => checkArrivals(snapshot, book)),
    ...books.flatMap((book) => checkWanted(snapshot, book.endpointId)),
  ]
}

/** Of each type as many as the log has reasons for, and the last word about a case is of its last event. */
function checkAnnounced(snapshot: Snapshot): Finding[] {
  const announced = new Map<string, { types: string[]; lastSeq: number }>()
  for (const { subject, type, seq } of snapshot.webhooks) {
    const { types, lastSeq } = announced.get(subject) ?? { types: [], lastSeq: 0 }
    types.push(type)
    announced.set(subject, { types, lastSeq: Math.max(lastSeq, seq) })
  }
  const findings: Finding[] = []
  for (const [no, log] of logsOf(snapshot)) {
    const { types, lastSeq } = announced.get(no) ?? { types: [], lastSeq: 0 }
    const last = log.at(-1)?.seq ?? 0
    if (lastSeq !== last)
      findings.push({ kind: 'webhookUntold', subject: no, text: `told up to event ${lastSeq} of ${last}` })
    for (const [type, count] of expectAnnouncements(log.map(({ event }) => event))) {
      const told = types.filter((one) => one === type).length
      if (told !== count)
        findings.push({ kind: 'webhookUntold', subject: no, text: `${type} told ${told} times, not ${count}` })
    }
  }
  return findings
}

/** An endpoint hears of everything in its shop, or in all of them. */
function checkWanted({ endpoints, cases, webhooks, deliveries }: Snapshot, endpointId: string): Finding[] {
  const endpoint = endpoints.find(({ id }) => id === endpointId)
  if (!endpoint) return [{ kind: 'webhookMissing', subject: endpointId, text: 'the endpoint is gone' }]
  const shopOf = new Map(cases.map(({ no, shopId }) => [no, shopId]))
  const on = new Set(deliveries.filter((delivery) => delivery.endpointId === endpointId).map(({ eventId }) => eventId))
  return webhooks
    .filter(({ id, subject }) => (endpoint.shopId === null || endpoint.shopId === shopOf.get(subject)) && !on.has(id))
    .filter(({ subject }) => shopOf.has(subject))
    .map(({ id, subject, type }) => ({
      kind: 'webhookMissing',
      subject,
      text: `${type} ${id} is on its way to nobody`,
    }))
}

function checkArrivals({ deliveries, webhooks }: Snapshot, { endpointId, arrivals }: ReceiverBook): Finding[] {
  const own = deliveries.filter((delivery) => delivery.endpointId === endpointId)
  const lanes = new Map<string, string[]>()
  for (const { subject, eventId } of own) lanes.set(subject, [...(lanes.get(subject) ?? []), eventId])
  const laneOf = new Map(own.map(({ subject, eventId }) => [eventId, subject]))
  const known = new Set(webhooks.map(({ id }) => id))
  const taken = new Set<string>()
  const findings: Finding[] = []
  for (const { id, signed, taken: wasTaken } of arrivals) {
    const subject = laneOf.get(id)
    if (!signed || !known.has(id) || subject === undefined)
      findings.push({ kind: 'webhookOutOfOrder', subject: id, text: signed ? 'is from nobody' : 'is not signed' })
    else {
      const lane = lanes.get(subject) ?? []
      const before = lane.slice(0, lane.indexOf(id)).find((earlier) => !taken.has(earlier))
      if (before !== undefined)
        findings.push({ kind: 'webhookOutOfOrder', subject, text: `${id} came before ${before} had arrived` })
    }
    if (wasTaken) taken.add(id)
  }
  for (const { eventId, subject, type, status } of own)
    if (!taken.has(eventId) || status !== 'DELIVERED')
      findings.push({
        kind: 'webhookMissing',
        subject,
        text: `${type} ${eventId} is ${status}, ${taken.has(eventId) ? 'and arrived' : 'and never arrived'}`,
      })
  return findings
}
