import { type Act, accept, type Context, record } from '../act'
import { type AfterSale, type ClaimedLine, type RefundOrigin, refundNoOf } from '../after-sale'
import type { CommandOf } from '../commands'
import type { EventOf } from '../events'
import type { Instant } from '../policy'
import { isServiceType } from '../service'

/** R7.1 Orders the money back, under the case's one refund number. */
export function orderRefund(
  state: AfterSale,
  origin: RefundOrigin,
  context: Context,
  effectiveAt?: Instant,
): EventOf<'RefundOrdered'> {
  return orderPartOf(state, state.amountFen, origin, context, effectiveAt)
}

/** R4.5 The same for part of the amount, or for what is left of lines that are served: spread over them in their order. */
export function orderPartOf(
  state: AfterSale,
  amountFen: number,
  origin: RefundOrigin,
  context: Context,
  effectiveAt?: Instant,
): EventOf<'RefundOrdered'> {
  const lines = spread(refundableLines(state, context), amountFen)
  return record(
    context,
    'RefundOrdered',
    'R7.1',
    { refundNo: refundNoOf(state.no), origin, amountFen, lines },
    effectiveAt,
  )
}

/** What of each line a ruling can give back: what was applied for, and of what is served what is left of the line. */
export function refundableLines(state: AfterSale, { leftOfLines }: Pick<Context, 'leftOfLines'>): ClaimedLine[] {
  if (!isServiceType(state.type)) return state.lines
  const left = new Map(leftOfLines?.map(({ lineNo, leftFen }) => [lineNo, leftFen]))
  return state.lines.map((line) => ({ ...line, amountFen: left.get(line.lineNo) ?? 0 }))
}

function spread(lines: readonly ClaimedLine[], amountFen: number): ClaimedLine[] {
  let leftFen = amountFen
  return lines.flatMap((line) => {
    const share = Math.min(line.amountFen, leftFen)
    leftFen -= share
    return share > 0 ? [{ ...line, amountFen: share }] : []
  })
}

/** R7.2 The gateway says that the money is back. */
export const recordRefundSuccess: Act<CommandOf<'recordRefundSuccess'>> = {
  by: ['SYSTEM'],
  in: ['REFUNDING'],
  clause: 'R7.2',
  decide: (state, _command, context) =>
    accept(
      record(context, 'RefundSucceeded', 'R7.2', {
        refundNo: refundNoOf(state.no),
        amountFen: state.refund?.amountFen ?? state.amountFen,
      }),
    ),
}

/** R7.2 Retries are used up: a person has to look. */
export const recordRefundStuck: Act<CommandOf<'recordRefundStuck'>> = {
  by: ['SYSTEM'],
  in: ['REFUNDING'],
  when: (state) => !state.refund?.stuck,
  clause: 'R7.2',
  decide: (state, { error }, context) =>
    accept(record(context, 'RefundStuck', 'R7.2', { refundNo: refundNoOf(state.no), error })),
}

/** R7.2 A manager or support sends a stuck refund on its way again. */
export const retryRefund: Act<CommandOf<'retryRefund'>> = {
  by: ['MANAGER', 'SUPPORT'],
  in: ['REFUNDING'],
  when: (state) => state.refund?.stuck === true,
  clause: 'R7.2',
  decide: (state, _command, context) =>
    accept(record(context, 'RefundRetried', 'R7.2', { refundNo: refundNoOf(state.no) })),
}
