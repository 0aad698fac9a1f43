import { describe, expect, test } from 'vitest'
import { agent, buyer, command, DAY, HOUR, manager, OPENED_AT } from './testing/builders'
import {
  awaitingReceipt,
  awaitingReturn,
  refunded,
  refunding,
  refundOnly,
  rejected,
  returning,
  stuck,
  withdrawn,
} from './testing/cases'

describe('R6.1 the buyer withdraws', () => {
  test.each([
    ['while a refund waits for the merchant', refundOnly],
    ['while a return waits for the merchant', returning],
    ['before he sends back', awaitingReturn],
    ['while the goods are on their way', awaitingReceipt],
  ])('%s', (_when, scenario) => {
    const now = OPENED_AT + HOUR
    scenario
      .at(now)
      .when(buyer, command('withdraw'))
      .thenEvents({ type: 'Withdrawn', clause: 'R6.1', actor: buyer, recordedAt: now })
      .thenState({ status: 'CLOSED', closeReason: 'BUYER_WITHDRAWN', closedAt: now, deadline: null, refund: null })
  })

  test.each([
    ['money is ordered', refunding],
    ['the refund is stuck', stuck],
    ['the money is back', refunded],
    ['the case is rejected', rejected],
    ['he has withdrawn', withdrawn],
    [
      'the return was closed',
      awaitingReturn
        .after(10 * DAY + 1)
        .read()
        .did(buyer, command('sendMessage')),
    ],
  ])('but no more once %s', (_when, scenario) => {
    const tried = scenario.when(buyer, command('withdraw'))
    expect(tried.refusal).toMatchObject({ act: 'withdraw', status: scenario.state.status })
    expect(tried.state).toEqual(scenario.state)
  })

  test('the refusal cites the clause', () => {
    refunding.when(buyer, command('withdraw')).thenRefused('notAllowedInStatus', 'R6.1', { status: 'REFUNDING' })
  })
})

describe('R6.2 messages', () => {
  const at = (hours: number) => OPENED_AT + hours * HOUR
  const writes = command('sendMessage', { text: '  在吗? ' })
  const reads = command('readMessages')

  test.each([
    [buyer, 'BUYER', { unreadByMerchantSince: at(1), unreadByBuyerSince: null }],
    [agent, 'MERCHANT', { unreadByBuyerSince: at(1), unreadByMerchantSince: null }],
    [manager, 'MERCHANT', { unreadByBuyerSince: at(1), unreadByMerchantSince: null }],
  ] as const)('are unread by the other side, and kept trimmed: written by $role', (actor, side, unread) => {
    returning
      .at(at(1))
      .when(actor, writes)
      .thenEvents({ type: 'MessageSent', clause: 'R6.2', actor, data: { id: 'id-2', side, text: '在吗?' } })
      .thenState(unread)
  })

  test.each([
    [buyer, agent, 'MERCHANT', 'unreadByMerchantSince'],
    [agent, buyer, 'BUYER', 'unreadByBuyerSince'],
  ] as const)('are read once by the other side: written by $role', (writer, reader, side, unread) => {
    const written = returning.did(writer, writes, at(1)).did(writer, writes, at(2))
    written
      .thenState({ [unread]: at(1) })
      .when(writer, reads)
      .thenEvents()
      .thenState({ [unread]: at(1) })
      .when(reader, reads)
      .thenEvents({ type: 'MessagesRead', clause: 'R6.2', actor: reader, data: { side } })
      .thenState({ [unread]: null })
      .when(reader, reads)
      .thenEvents()
  })

  test('who answers has read', () => {
    returning
      .did(buyer, writes, at(1))
      .did(agent, writes, at(2))
      .thenState({ unreadByMerchantSince: null, unreadByBuyerSince: at(2) })
      .did(buyer, writes, at(3))
      .thenState({ unreadByBuyerSince: null, unreadByMerchantSince: at(3) })
  })

  test.each([
    ['to review', returning],
    ['to be sent back', awaitingReturn],
    ['on its way', awaitingReceipt],
    ['being refunded', refunding],
    ['stuck', stuck],
    ['refunded', refunded],
    ['rejected', rejected],
    ['withdrawn', withdrawn],
  ])('go both ways on a case that is %s, and decide nothing', (_what, scenario) => {
    const { status, version, deadline, closedAt, seq } = scenario.state
    scenario
      .did(agent, writes)
      .did(buyer, reads)
      .did(buyer, writes)
      .did(agent, reads)
      .thenState({ status, version, deadline, closedAt, seq: seq + 4 })
  })
})
