import type { AttachmentsBySeq } from '@/lib/after-sales/attachment-queries'
import { type ActorRole, type AfterSale, type Side, sideOf } from '@/lib/after-sales/domain/after-sale'
import { limitOf } from '@/lib/after-sales/domain/deadline'
import type { Dispute } from '@/lib/after-sales/domain/dispute'
import type { EventData } from '@/lib/after-sales/domain/events'
import { policyOf } from '@/lib/after-sales/domain/policy'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { maskName } from '@/lib/i18n/mask'
import { readClaim } from './claim-store'
import type { DisputeView, EvidenceRequestView, EvidenceView, PartyView } from './views'

type CaseKey = Pick<AfterSale, 'shopId' | 'no'>

/** R4 The one dispute of a case as `role` may see it; null when there never was one. The buyer's name is masked. */
export async function readDispute(
  state: AfterSale,
  role: ActorRole,
  attached: Promise<AttachmentsBySeq>,
): Promise<DisputeView | null> {
  const { dispute, policyVersion } = state
  if (!dispute) return null
  const attachments = await attached
  const [given, requests, openedSeq, claim] = await Promise.all([
    readGiven(state, attachments),
    readRequests(state),
    findOpening(state),
    // who of support has it, is none of the parties' business
    sideOf(role) === null ? readClaim(within(ofShop(state.shopId)), state) : null,
  ])
  const { frozen, evidence, ...said } = dispute
  const party = (side: Side) =>
    toParty(evidence[side], dispute.openedAt, {
      submissions: given.filter((one) => one.side === side),
      requests: requests.filter(({ sides }) => sides.includes(side)),
    })
  return {
    ...said,
    attachments: attachments.get(openedSeq) ?? [],
    frozen: frozen && {
      kind: frozen.kind,
      remainingMs: frozen.remainingMs,
      limitMs: limitOf(frozen.kind, policyOf(policyVersion)),
    },
    evidence: { MERCHANT: party('MERCHANT'), BUYER: party('BUYER') },
    requests,
    claim,
  }
}

/** `requests`: those that this side was asked by, newest first: the last one is what its clock runs by. */
function toParty(
  { dueAt, done, open }: Dispute['evidence'][Side],
  openedAt: number,
  { submissions, requests }: { submissions: EvidenceView[]; requests: EvidenceRequestView[] },
): PartyView {
  return { dueAt, limitMs: dueAt - (requests[0]?.at ?? openedAt), done, open, submissions }
}

/** R4.3 What both sides gave, oldest first. */
async function readGiven({ shopId, no }: CaseKey, attachments: AttachmentsBySeq): Promise<EvidenceView[]> {
  const { rows } = await within(ofShop(shopId)).query<
    Pick<EvidenceView, 'id' | 'side' | 'text'> & { seq: number; author: string | null; submittedAt: Date }
  >(
    `SELECT e."seq", e."id", e."side", e."text", e."submittedAt",
       CASE e."side" WHEN 'BUYER' THEN c."buyerName" ELSE u."name" END AS "author"
     FROM "Evidence" e JOIN "AfterSale" c ON c."shopId" = e."shopId" AND c."no" = e."afterSaleNo"
     LEFT JOIN "User" u ON u."id" = e."submittedBy"
     WHERE e."shopId" = $1 AND e."afterSaleNo" = $2 ORDER BY e."seq"`,
    [shopId, no],
  )
  return rows.map(({ seq, id, side, text, author, submittedAt }) => ({
    id,
    side,
    text,
    attachments: attachments.get(seq) ?? [],
    author: author && side === 'BUYER' ? maskName(author) : author,
    at: submittedAt.getTime(),
  }))
}

/** R4.4 What support asked for besides, newest first. */
async function readRequests({ shopId, no }: CaseKey): Promise<EvidenceRequestView[]> {
  const { rows } = await within(ofShop(shopId)).query<{ data: EventData['EvidenceRequested']; recordedAt: Date }>(
    `SELECT "data", "recordedAt" FROM "AfterSaleEvent"
     WHERE "shopId" = $1 AND "afterSaleNo" = $2 AND "type" = 'EvidenceRequested' ORDER BY "seq" DESC`,
    [shopId, no],
  )
  return rows.map(({ data, recordedAt }) => ({ ...data, at: recordedAt.getTime() }))
}

/** The number of the event that opened it, and put files on it. */
async function findOpening({ shopId, no }: CaseKey): Promise<number> {
  const { rows } = await within(ofShop(shopId)).query<{ seq: number }>(
    `SELECT "seq" FROM "AfterSaleEvent" WHERE "shopId" = $1 AND "afterSaleNo" = $2 AND "type" = 'DisputeOpened'`,
    [shopId, no],
  )
  const [opening] = rows
  if (!opening) throw new Error(`the dispute of case ${no} has no beginning`)
  return opening.seq
}
