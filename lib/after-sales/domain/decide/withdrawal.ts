import { type Act, accept, record } from '../act'
import type { CommandOf } from '../commands'

/** R6.1 The buyer takes the case back, any time before money is ordered. */
export const withdraw: Act<CommandOf<'withdraw'>> = {
  by: ['BUYER'],
  in: ['PENDING_REVIEW', 'AWAITING_RETURN', 'AWAITING_RECEIPT', 'IN_SERVICE', 'IN_DISPUTE'],
  clause: 'R6.1',
  decide: (_state, _command, context) => accept(record(context, 'Withdrawn', 'R6.1', {})),
}
