import { describe, expect, test } from 'vitest'
import { agent, command, HOUR, manager, OFFICE, OPENED_AT, REFUND_NO, WAREHOUSE } from './testing/builders'
import { refundOnly, returning } from './testing/cases'

const { isDefault: _, ...warehouse } = WAREHOUSE
const { isDefault: __, ...office } = OFFICE

describe('R1.2 approving a refund', () => {
  test('orders the money back, on the merchant’s word, and nothing comes back', () => {
    refundOnly
      .after(HOUR)
      .when(agent, command('approve'))
      .thenEvents(
        { type: 'Approved', clause: 'R1.2', actor: agent, data: { returnAddress: null } },
        {
          type: 'RefundOrdered',
          clause: 'R7.1',
          actor: agent,
          data: { refundNo: REFUND_NO, origin: 'MERCHANT', amountFen: 19_900, lines: refundOnly.state.lines },
        },
      )
      .thenState({
        status: 'REFUNDING',
        deadline: null,
        returnAddress: null,
        refund: { origin: 'MERCHANT', stuck: false },
      })
  })

  test('needs no return address and takes none', () => {
    refundOnly
      .when(agent, command('approve', { returnAddressId: WAREHOUSE.id }))
      .thenRefused('returnAddressNotNeeded', 'R1.2', { path: 'returnAddressId' })
    refundOnly.withAddresses().when(agent, command('approve')).thenEvents('Approved', 'RefundOrdered')
  })
})

describe('R2.2 approving a return', () => {
  test.each([
    ['the default address when none is named', {}, warehouse],
    ['the address that is named', { returnAddressId: OFFICE.id }, office],
  ])('takes %s and gives the buyer 10 days', (_what, choice, returnAddress) => {
    const approved = returning.after(HOUR).when(manager, command('approve', choice))
    approved.thenEvents({ type: 'Approved', clause: 'R2.2', actor: manager }).thenState({
      status: 'AWAITING_RETURN',
      refund: null,
      deadline: { kind: 'RETURN', dueAt: OPENED_AT + 241 * HOUR },
    })
    expect(approved.state.returnAddress).toEqual(returnAddress)
  })

  test.each(['address-of-nobody', ''])('refuses an address that the shop does not have: "%s"', (returnAddressId) => {
    returning
      .when(agent, command('approve', { returnAddressId }))
      .thenRefused('returnAddressUnknown', 'R2.2', { path: 'returnAddressId' })
  })

  test('takes the first address where none is the default', () => {
    returning
      .withAddresses(OFFICE, { ...WAREHOUSE, isDefault: false })
      .when(agent, command('approve'))
      .thenState({ returnAddress: office })
  })

  test('needs an address', () => {
    returning.withAddresses().when(agent, command('approve')).thenRefused('returnAddressRequired', 'R2.2')
  })
})

describe('nobody reviews in time', () => {
  test('R1.1 the merchant is taken to agree to a refund', () => {
    refundOnly
      .after(48 * HOUR + 1)
      .read()
      .thenSettled({ type: 'ReviewExpired', clause: 'R1.1' }, { type: 'RefundOrdered', data: { amountFen: 19_900 } })
      .thenState({ status: 'REFUNDING', deadline: null, refund: { origin: 'REVIEW_TIMEOUT', stuck: false } })
  })

  test('R2.1 a return goes to the shop’s default address', () => {
    const expired = returning.after(48 * HOUR + 1).read()
    expired
      .thenSettled({ type: 'ReviewExpired', clause: 'R2.1' })
      .thenState({ status: 'AWAITING_RETURN', refund: null })
    expect(expired.state.returnAddress).toEqual(warehouse)
  })

  test('R2.1 and does not wait for a shop without one', () => {
    returning
      .withAddresses()
      .after(48 * HOUR + 1)
      .read()
      .thenState({ status: 'AWAITING_RETURN', returnAddress: null })
  })
})
