import type { Context } from '@/lib/after-sales/domain/act'
import type { ActorRole, AfterSale, ReturnAddress } from '@/lib/after-sales/domain/after-sale'
import type { Application, Command } from '@/lib/after-sales/domain/commands'
import { decide } from '@/lib/after-sales/domain/decide'
import { decideApplication } from '@/lib/after-sales/domain/decide/application'
import type { AfterSaleEvent, EventOf, EventType } from '@/lib/after-sales/domain/events'
import { evolve } from '@/lib/after-sales/domain/evolve'
import { CURRENT_POLICY } from '@/lib/after-sales/domain/policy'
import type { Decision } from '@/lib/after-sales/domain/refusals'
import type { CaseFacts, DisputeFacts } from '@/lib/after-sales/facts-queries'

/** One case from application to refund, played by the rules themselves: what every example of the document shows. */

export const BUYER = { id: 'u-20871', name: '王小明', phone: '13800000000' }
export const ADDRESS: ReturnAddress = {
  id: 'main',
  name: '南栀售后',
  phone: '0575-84110000',
  region: '浙江省 绍兴市 柯桥区',
  detail: '纺都路 88 号',
  isDefault: true,
}
export const FILE = { id: 'file_5f0c2e9a71d84b3690ab1c7d2e8f4a60', mediaType: 'image/jpeg', bytes: 184_320 } as const
export const NO = 'AS26032800017'
const NEXT_NO = 'AS26032800023'
export const CONTACT_ID = '5a4be3c8-7a06-4a53-a1f1-cf0f1c6e3b52'
export const ORDER_NO = '2603251029462107'

export const APPLICATION = {
  orderNo: ORDER_NO,
  type: 'RETURN_REFUND',
  lines: [{ lineNo: 1, quantity: 1, amountFen: 12_800 }],
  reason: 'NOT_AS_DESCRIBED',
  description: '颜色和图片不一样，想退货。',
  attachmentIds: [FILE.id],
} satisfies Application

/** `opened`: the first event of the case that takes its place. */
export type Step = { state: AfterSale; at: string; events: AfterSaleEvent[]; opened?: EventOf<'Applied'> }

/** The case as it stands once the buyer has applied. */
export const APPLIED = begin('2026-03-28T02:15:00.000Z')

/** The case after one more command, at an instant of its own; a story that the rules refuse is a defect. */
export function go(from: Step, at: string, by: ActorRole, command: Command): Step {
  const { events, opens } = accepted(decide(from.state, command, contextAt(at, by)))
  const state = events.reduce<AfterSale>(evolve, from.state)
  return { at, events: [...from.events, ...events], state, ...(opens && { opened: opens }) }
}

/** The case that took this one's place (R3.1), as it begins. */
export function follow({ at, opened }: Step): Step {
  if (!opened) throw new Error('nothing took the place of this case')
  return { at, events: [opened], state: evolve(null, opened) }
}

/** What a reader would find of it. */
export function factsOf({ state, at, events, opened }: Step): CaseFacts {
  const ordered = state.refund
  return {
    state,
    buyerName: BUYER.name,
    nextNo: opened?.data.no ?? null,
    attachments: filesOf(eventsOf(events, 'Applied')[0]?.data.attachmentIds ?? []),
    refund: ordered && {
      no: `RF${NO.slice(2)}`,
      origin: ordered.origin,
      amountFen: ordered.amountFen,
      status: ordered.stuck ? 'STUCK' : state.status === 'REFUNDED' ? 'SUCCEEDED' : 'PENDING',
      attempts: state.status === 'REFUNDED' ? 1 : 0,
    },
    dispute: state.dispute && disputeFactsOf(events),
    returnAddresses: [ADDRESS],
    laterCaseNo: null,
    leftOfLines: null,
    now: Date.parse(at),
  }
}

function disputeFactsOf(events: readonly AfterSaleEvent[]): DisputeFacts {
  const [opened] = eventsOf(events, 'DisputeOpened')
  return {
    attachments: filesOf(opened?.data.attachmentIds ?? []),
    submissions: eventsOf(events, 'EvidenceSubmitted').map(({ data: { attachmentIds, ...given }, recordedAt }) => ({
      ...given,
      attachments: filesOf(attachmentIds),
      at: recordedAt,
    })),
    requests: eventsOf(events, 'EvidenceRequested').map(({ data: { sides, ...asked }, recordedAt }) => ({
      from: sides,
      ...asked,
      at: recordedAt,
    })),
  }
}

function filesOf(ids: readonly string[]) {
  return ids.map(() => FILE)
}

function eventsOf<T extends EventType>(events: readonly AfterSaleEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is AfterSaleEvent & EventOf<T> => event.type === type)
}

function begin(at: string): Step {
  const order = {
    orderNo: ORDER_NO,
    shopId: 'nanzhi',
    buyerId: BUYER.id,
    currency: 'CNY',
    paidAt: Date.parse('2026-03-25T08:00:00.000Z'),
    totalFen: 25_600,
    shippedAt: Date.parse('2026-03-25T13:00:00.000Z'),
    lines: [{ lineNo: 1, quantity: 2, paidFen: 25_600, refundedFen: 0, occupiedBy: null, latest: null }],
  }
  const { events } = accepted(
    decideApplication(order, APPLICATION, {
      ...contextAt(at, 'BUYER'),
      policy: CURRENT_POLICY,
      instantRefundSince: null,
      newNo: NO,
    }),
  )
  const state = events.reduce<AfterSale | null>(evolve, null)
  if (!state) throw new Error('an accepted application has an event')
  return { at, events, state }
}

function contextAt(at: string, role: ActorRole): Context {
  return {
    actor: { role, id: role === 'BUYER' ? BUYER.id : role === 'SYSTEM' ? null : 'key:0f6c' },
    now: Date.parse(at),
    returnAddresses: [ADDRESS],
    newId: CONTACT_ID,
    newNo: NEXT_NO,
    usableAttachments: new Set([FILE.id]),
  }
}

function accepted(decision: Decision<AfterSaleEvent>) {
  if (decision.ok) return decision
  throw new Error(`the story does not go on: ${decision.refusal.code}`)
}
