import { describe, expect, it, test } from 'vitest'
import { agent, application, applied, buyer, command, order, orderLine } from './testing/builders'
import { awaitingReceipt, refundOnly } from './testing/cases'
import { given, whenApplied } from './testing/scenario'

const seven = Array.from({ length: 7 }, (_, n) => `file_${n}`)

describe('the files of a message, a receipt and an application', () => {
  it('are on record in their order', () => {
    const attachmentIds = ['file_b', 'file_a']
    refundOnly
      .withFiles('file_a', 'file_b', 'file_c')
      .when(buyer, command('sendMessage', { attachmentIds }))
      .thenEvents({ type: 'MessageSent', data: { attachmentIds } })
    awaitingReceipt
      .withFiles('file_a', 'file_b')
      .when(agent, command('confirmReceipt', { attachmentIds }))
      .thenEvents({ type: 'ReceiptConfirmed', data: { attachmentIds } }, 'RefundOrdered')
    whenApplied(order(orderLine()), application({ attachmentIds }), buyer, undefined, attachmentIds).thenEvents({
      type: 'Applied',
      data: { attachmentIds },
    })
  })

  it('are an empty list where none are named', () => {
    refundOnly.when(buyer, command('sendMessage')).thenEvents({ type: 'MessageSent', data: { attachmentIds: [] } })
    whenApplied(order(orderLine()), application()).thenEvents({ type: 'Applied', data: { attachmentIds: [] } })
  })

  test.each([
    ['one that is not usable', ['file_a', 'file_x'], 'attachmentIds.1'],
    ['none that is usable', ['file_x'], 'attachmentIds.0'],
    ['the same one twice', ['file_a', 'file_b', 'file_a'], 'attachmentIds.2'],
  ])('%s is refused by its place', (_, attachmentIds, path) => {
    const files = ['file_a', 'file_b']
    refundOnly
      .withFiles(...files)
      .when(agent, command('sendMessage', { attachmentIds }))
      .thenRefused('attachmentUnknown', undefined, { path })
    awaitingReceipt
      .withFiles(...files)
      .when(agent, command('confirmReceipt', { attachmentIds }))
      .thenRefused('attachmentUnknown', undefined, { path })
    whenApplied(order(orderLine()), application({ attachmentIds }), buyer, undefined, files).thenRefused(
      'attachmentUnknown',
      undefined,
      { path },
    )
  })

  it('R4.3 are at most six a submission', () => {
    const said = refundOnly.withFiles(...seven)
    said
      .when(buyer, command('sendMessage', { attachmentIds: seven }))
      .thenRefused('attachmentsTooMany', undefined, { max: 6 })
    said.when(buyer, command('sendMessage', { attachmentIds: seven.slice(1) })).thenEvents('MessageSent')
  })

  it('are no part of the state, so that a log from before there were files replays as it is', () => {
    const { attachmentIds: _, ...data } = applied().data
    // as a log of that time holds it
    const old = { ...applied(), data } as ReturnType<typeof applied>
    expect(given(old).state).toEqual(given(applied({ attachmentIds: ['file_a'] })).state)
  })
})
