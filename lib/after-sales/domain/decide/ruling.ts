import { type Act, accept, type Context, record } from '../act'
import type { AfterSale } from '../after-sale'
import type { CommandOf } from '../commands'
import { evidenceDueAt } from '../dispute'
import { policyOf } from '../policy'
import { type Refusal, refuse } from '../refusals'
import { isServiceType } from '../service'
import { findTextFault } from '../text'
import { concedesByReturn, finalOf } from './dispute'
import { orderPartOf, refundableLines } from './refund'
import { defaultAddress } from './review'

type Ruling = CommandOf<'ruleDispute'>

/** R4.5 Support rules, once, when both sides are heard. R4.7 Whoever rules is no member of the shop. */
export const ruleDispute: Act<Ruling> = {
  by: ['SUPPORT'],
  in: ['IN_DISPUTE'],
  misfit: (state) => finalOf(state, 'R4.5'),
  clause: 'R4.5',
  lacks(state) {
    const dueAt = evidenceDueAt(state.dispute)
    return dueAt === null ? null : { code: 'evidenceOpen', clause: 'R4.5', dueAt }
  },
  decide(state, command, context) {
    const fault = findFault(state, command, context)
    if (fault) return refuse(fault)
    const { liability, outcome } = command
    const rationale = command.rationale.trim()
    const amountFen = outcome === 'REFUND' ? (command.amountFen ?? state.amountFen) : null
    const returnAddress = outcome === 'RETURN_THEN_REFUND' ? addressFor(state, context) : null
    const ruled = record(context, 'DisputeRuled', 'R4.5', { liability, outcome, amountFen, rationale, returnAddress })
    return amountFen === null ? accept(ruled) : accept(ruled, orderPartOf(state, amountFen, 'DISPUTE_RULING', context))
  },
}

function findFault(state: AfterSale, { outcome, amountFen, rationale }: Ruling, context: Context): Refusal | null {
  if (outcome === 'RETURN_THEN_REFUND' && state.type !== 'RETURN_REFUND')
    return { code: 'returnNotPossible', clause: 'R4.5', path: 'outcome' }
  if (outcome !== 'REFUND' && amountFen !== undefined)
    return { code: 'amountNotNeeded', clause: 'R4.5', path: 'amountFen' }
  // what is served was applied for without one
  if (outcome === 'REFUND' && amountFen === undefined && isServiceType(state.type))
    return { code: 'amountRequired', clause: 'R4.5', path: 'amountFen' }
  const leftFen = refundableLines(state, context).reduce((sum, line) => sum + line.amountFen, 0)
  if (amountFen !== undefined && amountFen > leftFen)
    return { code: 'refundExceedsPaid', clause: 'R0.5', lineNo: null, leftFen }
  return findTextFault(rationale, policyOf(state.policyVersion).supportText, 'rationale', 'R4.5')
}

/** Where the goods go; what is on its way already keeps its address. */
function addressFor(state: AfterSale, { returnAddresses }: Context) {
  return concedesByReturn(state) ? (state.returnAddress ?? defaultAddress(returnAddresses)) : state.returnAddress
}
