import type { AfterSaleType, DeadlineKind, Status } from '@/lib/after-sales/domain/after-sale'
import { consequenceOf } from '@/lib/after-sales/domain/deadline'
import type { EventData } from '@/lib/after-sales/domain/events'
import { type Instant, policyOf } from '@/lib/after-sales/domain/policy'
import { isExchangeKind, isServiceType } from '@/lib/after-sales/domain/service'
import { maskName } from '@/lib/i18n/mask'
import type { NoticeNews, NoticeView } from './views'

/** The event that a kind of notice is about. */
type About =
  | { kind: 'CASE_OPENED'; data: EventData['Applied'] }
  | { kind: 'DEADLINE_SOON'; data: EventData['DeadlineSoon'] }
  | { kind: 'BUYER_ANSWERED'; data: EventData['MessageSent'] }
  | { kind: 'PROPOSAL_ANSWERED'; data: EventData['Applied'] | EventData['ServiceRefused'] }
  | { kind: 'ORDER_SHIPPED'; data: object }
  | { kind: 'DISPUTE_OPENED'; data: EventData['DisputeOpened'] }
  | { kind: 'EVIDENCE_ASKED'; data: EventData['EvidenceRequested'] }
  | { kind: 'DISPUTE_RULED'; data: EventData['DisputeRuled'] }
  | { kind: 'DISPUTE_READY'; data: object }

export type NoticeRow = About & {
  id: number
  no: string
  shopId: string
  shopName: string
  type: AfterSaleType
  title: string
  buyerName: string
  amountFen: number
  currency: string
  policyVersion: string
  status: Status
  dueKind: DeadlineKind | null
  dueAt: Date | null
  carrier: string | null
  trackingNo: string | null
  at: Date
  unread: boolean
}

/** What a reader of the list still makes something of; the rest stands on the case. */
const EXCERPT = 80

/** For SQL: the columns of a row, of a notice `n` that `FROM_NOTICE` is joined to. */
export const NOTICE_COLUMNS = `n."id", n."kind", n."afterSaleNo" AS "no", n."shopId", s."name" AS "shopName", c."type",
  c."buyerName", c."amountFen", c."currency", c."policyVersion", c."status", c."dueKind", c."dueAt", n."at", e."data",
  p."carrier", p."trackingNo",
  (SELECT o."title" FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
   WHERE a."shopId" = n."shopId" AND a."afterSaleNo" = n."afterSaleNo" ORDER BY a."lineNo" LIMIT 1) AS "title"`
export const FROM_NOTICE = `JOIN "AfterSale" c ON c."shopId" = n."shopId" AND c."no" = n."afterSaleNo"
  JOIN "AfterSaleEvent" e ON e."shopId" = n."shopId" AND e."afterSaleNo" = n."afterSaleNo" AND e."seq" = n."seq"
  JOIN "Shop" s ON s."id" = n."shopId" JOIN "Order" p ON p."shopId" = c."shopId" AND p."no" = c."orderNo"`

export function toNotice(row: NoticeRow): NoticeView {
  const { id, no, shopId, shopName, type, title, amountFen, currency, status } = row
  const consequence = row.dueKind && consequenceOf({ type, amountFen, deadline: { kind: row.dueKind } })
  return {
    id,
    news: newsOf(row),
    no,
    shop: { id: shopId, name: shopName },
    type,
    title,
    buyerName: maskName(row.buyerName),
    amountFen,
    currency,
    at: row.at.getTime(),
    unread: row.unread,
    status,
    expiry: consequence && row.dueAt ? { ...consequence, dueAt: row.dueAt.getTime() } : null,
  }
}

function newsOf(row: NoticeRow): NoticeNews {
  switch (row.kind) {
    case 'CASE_OPENED':
      return { kind: row.kind, again: row.data.attempt > 1, ...answerDueOf(row) }
    case 'DEADLINE_SOON':
      return { kind: row.kind, outcome: outcomeOf(row, row.data), dueAt: row.data.dueAt }
    case 'BUYER_ANSWERED':
      return { kind: row.kind, text: shorten(row.data.text) }
    case 'PROPOSAL_ANSWERED':
      return 'kind' in row.data
        ? { kind: row.kind, agreed: false, service: row.data.kind }
        : { kind: row.kind, agreed: true, service: row.data.type }
    case 'ORDER_SHIPPED':
      return { kind: row.kind, carrier: row.carrier ?? '', trackingNo: row.trackingNo ?? '' }
    case 'DISPUTE_OPENED':
      return {
        kind: row.kind,
        reason: row.data.reason,
        dueAt: row.at.getTime() + policyOf(row.policyVersion).evidenceMs,
      }
    case 'EVIDENCE_ASKED':
      return { kind: row.kind, note: shorten(row.data.note), dueAt: row.data.dueAt }
    case 'DISPUTE_RULED': {
      const { liability, outcome, amountFen } = row.data
      return { kind: row.kind, liability, outcome, amountFen }
    }
    case 'DISPUTE_READY':
      return { kind: row.kind }
  }
}

/** R3.4 Until when the buyer of this service waits for a first answer. */
function answerDueOf({ type, at, policyVersion }: NoticeRow): { dueAt?: Instant } {
  const awaited = isServiceType(type) && !isExchangeKind(type)
  return awaited ? { dueAt: at.getTime() + policyOf(policyVersion).serviceAnswerMs } : {}
}

type Soon = Extract<NoticeNews, { kind: 'DEADLINE_SOON' }>

/** What the end of the time leads to; of a mere target, whether it has come. */
function outcomeOf({ type, amountFen }: NoticeRow, { kind, beforeMs }: EventData['DeadlineSoon']): Soon['outcome'] {
  if (kind === 'EVIDENCE') return kind
  const consequence = consequenceOf({ type, amountFen, deadline: { kind } })
  return consequence?.outcome ?? (beforeMs > 0 ? 'ANSWER' : 'ANSWER_MISSED')
}

function shorten(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()]
  return signs.length > EXCERPT ? `${signs.slice(0, EXCERPT).join('')}…` : signs.join('')
}
