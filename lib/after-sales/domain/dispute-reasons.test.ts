import { expect, test } from 'vitest'
import { reasonsOf } from './dispute-reasons'

const sent = { returnShipment: { carrier: '顺丰', trackingNo: 'SF1', submittedAt: 1 } }
const kept = { returnShipment: null }

test.each([
  ['MERCHANT', kept, ['CLAIM_UNFOUNDED', 'AGREEMENT_BROKEN', 'OTHER']],
  [
    'MERCHANT',
    sent,
    ['CLAIM_UNFOUNDED', 'RETURN_USED_OR_DAMAGED', 'RETURN_INCOMPLETE_OR_WRONG', 'AGREEMENT_BROKEN', 'OTHER'],
  ],
  ['BUYER', kept, ['REFUND_REFUSED', 'AGREEMENT_BROKEN', 'OTHER']],
  ['BUYER', sent, ['REFUND_REFUSED', 'RECEIPT_NOT_CONFIRMED', 'AGREEMENT_BROKEN', 'OTHER']],
] as const)('R4.1 the %s may say of a case with %j: %j', (side, state, expected) => {
  expect(reasonsOf(side, state)).toEqual(expected)
})
