import { type Act, accept, type Context, record } from '../act'
import type { AfterSale, ReturnAddress, ReturnAddressCopy } from '../after-sale'
import type { CommandOf } from '../commands'
import type { AfterSaleEvent } from '../events'
import { type Instant, policyOf } from '../policy'
import { type Refusal, refuse } from '../refusals'
import { orderRefund } from './refund'

/** R1.2 approves the refund; R2.2 approves the return to one of the shop's addresses. */
export const approve: Act<CommandOf<'approve'>> = {
  by: ['AGENT', 'MANAGER'],
  in: ['PENDING_REVIEW'],
  clause: 'R1.2',
  lacks: (state, { returnAddresses }) =>
    state.type === 'RETURN_REFUND' && returnAddresses.length === 0
      ? { code: 'returnAddressRequired', clause: 'R2.2' }
      : null,
  decide(state, command, context) {
    if (state.type === 'REFUND_ONLY') {
      if (command.returnAddressId !== undefined)
        return refuse({ code: 'returnAddressNotNeeded', clause: 'R1.2', path: 'returnAddressId' })
      return accept(
        record(context, 'Approved', 'R1.2', { returnAddress: null }),
        orderRefund(state, 'MERCHANT', context),
      )
    }
    const address = chooseAddress(command.returnAddressId, context.returnAddresses)
    return address.ok
      ? accept(record(context, 'Approved', 'R2.2', { returnAddress: copyAddress(address.chosen) }))
      : refuse(address.refusal)
  },
}

/** R1.3, R2.7 rejects, once the buyer has been talked to and is aware. */
export const reject: Act<CommandOf<'reject'>> = {
  by: ['AGENT', 'MANAGER'],
  in: ['PENDING_REVIEW'],
  clause: 'R2.7',
  lacks: (state) => contactLacking(state),
  decide(state, command, context) {
    const { min, max } = policyOf(state.policyVersion).rejectionText
    const text = command.text.trim()
    // R0.8 lengths count code points
    const length = [...text].length
    if (length < min || length > max)
      return refuse({ code: 'rejectionTextLength', clause: 'R1.3', path: 'text', min, max })
    return accept(record(context, 'Rejected', 'R1.3', { reasonCode: command.reasonCode, text }))
  },
}

/** R1.1, R2.1 Nobody decided in time: the merchant is taken to agree. */
export function expireReview(state: AfterSale, dueAt: Instant, context: Context): AfterSaleEvent[] {
  if (state.type === 'REFUND_ONLY')
    return [
      record(context, 'ReviewExpired', 'R1.1', { returnAddress: null }, dueAt),
      orderRefund(state, 'REVIEW_TIMEOUT', context, dueAt),
    ]
  const returnAddress = defaultAddress(context.returnAddresses)
  return [record(context, 'ReviewExpired', 'R2.1', { returnAddress }, dueAt)]
}

/** R1.3 What keeps a contact from counting; null when the buyer is aware. */
function contactLacking(state: AfterSale): Refusal | null {
  if (state.awareAt !== null) return null
  if (state.unreadByBuyerSince !== null)
    return { code: 'contactRequired', clause: 'R1.3', missing: 'MESSAGE_UNREAD', since: state.unreadByBuyerSince }
  if (state.unreachedAt !== null)
    return { code: 'contactRequired', clause: 'R1.3', missing: 'NOT_REACHED', since: state.unreachedAt }
  return { code: 'contactRequired', clause: 'R1.3', missing: 'NO_CONTACT', since: null }
}

type Choice = { ok: true; chosen: ReturnAddress } | { ok: false; refusal: Refusal }

/** R2.2 The named address, else the default. */
function chooseAddress(id: string | undefined, addresses: readonly ReturnAddress[]): Choice {
  const chosen = id === undefined ? defaultOf(addresses) : addresses.find((address) => address.id === id)
  if (chosen) return { ok: true, chosen }
  return {
    ok: false,
    refusal:
      id === undefined
        ? { code: 'returnAddressRequired', clause: 'R2.2' }
        : { code: 'returnAddressUnknown', clause: 'R2.2', path: 'returnAddressId' },
  }
}

/** R2.1 Where goods go back to unless somebody chooses; null when the shop has no address. */
export function defaultAddress(addresses: readonly ReturnAddress[]): ReturnAddressCopy | null {
  const address = defaultOf(addresses)
  return address ? copyAddress(address) : null
}

function defaultOf(addresses: readonly ReturnAddress[]): ReturnAddress | undefined {
  return addresses.find((address) => address.isDefault) ?? addresses[0]
}

function copyAddress({ id, name, phone, region, detail }: ReturnAddress): ReturnAddressCopy {
  return { id, name, phone, region, detail }
}
