import { agent, applied, buyer, command, system } from './builders'
import { given } from './scenario'

/** A case of each kind and status, all of it at the instant of the application; move it on with `at` and `after`. */

export const refundOnly = given(applied({ type: 'REFUND_ONLY' }))
export const returning = given(applied({ type: 'RETURN_REFUND' }))
export const awaitingReturn = returning.did(agent, command('approve'))
export const awaitingReceipt = awaitingReturn.did(buyer, command('submitReturnShipment'))
export const refunding = refundOnly.did(agent, command('approve'))
export const stuck = refunding.did(system, command('recordRefundStuck'))
export const refunded = refunding.did(system, command('recordRefundSuccess'))
/** R1.3 The buyer has been talked to. */
export const aware = refundOnly.did(agent, command('logContact'))
export const rejected = aware.did(agent, command('reject'))
export const withdrawn = returning.did(buyer, command('withdraw'))
/** R3 An exchange that the merchant proposed, and services that the buyer asked for, by their steps. */
export const proposed = returning.did(agent, command('proposeService'))
/** The buyer has been reached about it. */
export const reached = proposed.did(agent, command('logContact'))
export const REACHED_BY = reached.state.lastContact?.id
export const agreed = proposed.did(buyer, command('answerProposal'))
export const exchange = given(applied({ type: 'EXCHANGE' }))
export const received = exchange.did(agent, command('recordServiceStep'))
export const sentBack = received.did(agent, command('recordServiceStep', { step: 'SENT_BACK' }))
export const complaint = given(applied({ type: 'COMPLAINT' }))
export const answered = complaint.did(agent, command('recordServiceStep', { step: 'ANSWERED' }))
export const performed = answered.did(agent, command('recordServiceStep', { step: 'PERFORMED' }))
/** R4 The buyer has asked the platform to step in; both sides are asked for evidence. */
export const disputed = refundOnly.did(buyer, command('openDispute'))
export const underReview = disputed
  .did(buyer, command('submitEvidence', { done: true }))
  .did(agent, command('submitEvidence', { done: true }))
