import type { z } from 'zod'
import { type ActorRole, type AfterSale, waitingOn } from '@/lib/after-sales/domain/after-sale'
import { consequenceOf } from '@/lib/after-sales/domain/deadline'
import { actionsOf } from '@/lib/after-sales/domain/permissions'
import type { Instant } from '@/lib/after-sales/domain/policy'
import type { CaseFacts } from '@/lib/after-sales/facts-queries'
import type { Locale } from '@/lib/i18n/locale'
import { pathOf } from './acts'
import type { afterSaleSchema } from './after-sale-schema'
import { describeConsequence } from './consequence-text'
import { toDisputeJson } from './dispute-json'
import { iso } from './iso'
import type { Reader } from './reader'
import { toServiceJson } from './service-json'

export type AfterSaleJson = z.output<typeof afterSaleSchema>

/** A case as the API shows it to one side, in one language. */
export function toAfterSaleJson(facts: CaseFacts, reader: Reader): AfterSaleJson {
  const { state, buyerName, nextNo, refund, attachments } = facts
  return {
    no: state.no,
    shopId: state.shopId,
    orderNo: state.orderNo,
    buyer: { id: state.buyerId, name: buyerName },
    type: state.type,
    status: state.status,
    version: state.version,
    attempt: state.attempt,
    previousNo: state.previousNo,
    nextNo,
    amountFen: state.amountFen,
    currency: state.currency,
    reason: state.reason,
    description: state.description,
    attachments,
    lines: state.lines,
    waitingOn: waitingOn(state),
    rejection: state.rejection && { ...state.rejection, at: iso(state.rejection.at) },
    returnAddress: state.returnAddress,
    returnShipment: state.returnShipment && {
      ...state.returnShipment,
      submittedAt: iso(state.returnShipment.submittedAt),
    },
    deadline: toDeadlineJson(facts, reader.locale),
    ...toActionsJson(facts, reader.role),
    contact: {
      aware: state.awareAt !== null,
      lastAt: iso(state.lastContact?.at),
      lastId: state.lastContact?.id ?? null,
    },
    refund,
    dispute: toDisputeJson(facts),
    service: state.service && toServiceJson(state.service),
    policyVersion: state.policyVersion,
    openedAt: iso(state.openedAt),
    updatedAt: iso(state.updatedAt),
    closedAt: iso(state.closedAt),
    closeReason: state.closeReason,
  }
}

function toDeadlineJson({ state, now }: CaseFacts, locale: Locale) {
  const frozen = state.status === 'IN_DISPUTE' ? state.dispute?.frozen : null
  // R4.2 nothing happens while it stands
  if (frozen) {
    const remainingMs = Math.max(0, frozen.remainingMs)
    return { kind: frozen.kind, dueAt: null, frozen: true, remainingMs, onExpiry: null }
  }
  if (!state.deadline) return null
  const { kind, dueAt } = state.deadline
  return {
    kind,
    dueAt: iso(dueAt),
    frozen: false,
    // R0.2 at exactly dueAt nothing is left and nothing has passed; R3.4 of a target that is missed nothing is left either
    remainingMs: Math.max(0, dueAt - now),
    onExpiry: toOnExpiryJson(state, dueAt, locale),
  }
}

function toOnExpiryJson(state: AfterSale, dueAt: Instant, locale: Locale) {
  const consequence = consequenceOf(state)
  const { currency } = state
  return consequence && { ...consequence, text: describeConsequence(consequence, { dueAt, currency, locale }) }
}

/** What has a path of its own on the case; the rest is no act from outside. */
function toActionsJson({ state, ...seen }: CaseFacts, role: ActorRole) {
  const { available, blocked } = actionsOf(state, role, seen)
  return {
    availableActions: available.flatMap((type) => pathOf(type) ?? []),
    blockedActions: blocked.flatMap(({ action, refusal }) => {
      const path = pathOf(action)
      return path ? [{ action: path, code: refusal.code }] : []
    }),
  }
}
