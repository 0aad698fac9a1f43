import { describe, expect, it, test } from 'vitest'
import { DISPUTE_REASONS } from './dispute'
import { type OnHand, PACK_KINDS, type PackItem, packOf, proposedOf } from './evidence-pack'

const nothing: OnHand = {
  type: 'REFUND_ONLY',
  shipped: false,
  returned: false,
  said: 0,
  inspectionPhotos: 0,
  sentPhotos: 0,
}
const everything: OnHand = {
  type: 'RETURN_REFUND',
  shipped: true,
  returned: true,
  said: 6,
  inspectionPhotos: 2,
  sentPhotos: 3,
}
const kinds = (items: readonly PackItem[]) => items.map(({ kind }) => kind)
const decisive = (items: readonly PackItem[]) => kinds(items.filter(({ matters }) => matters))

describe('given a case that has everything to show', () => {
  test.each([
    ['REFUND_REFUSED', ['SHIPMENT', 'CONVERSATION', 'ORDER']],
    ['RECEIPT_NOT_CONFIRMED', ['SHIPMENT', 'CONVERSATION', 'INSPECTION', 'ORDER']],
    ['CLAIM_UNFOUNDED', ['SHIPMENT', 'CONVERSATION', 'SENT_PHOTOS', 'ORDER']],
    ['RETURN_USED_OR_DAMAGED', ['SHIPMENT', 'CONVERSATION', 'INSPECTION', 'RETURN_SHIPMENT']],
    ['RETURN_INCOMPLETE_OR_WRONG', ['CONVERSATION', 'INSPECTION', 'ORDER', 'RETURN_SHIPMENT']],
    ['AGREEMENT_BROKEN', ['CONVERSATION', 'ORDER']],
    ['OTHER', ['SHIPMENT', 'CONVERSATION', 'ORDER']],
  ] as const)('when the reason is %s then %j will be looked at, and all is offered', (reason, expected) => {
    const { items, missing } = packOf(reason, everything)
    expect(decisive(items)).toEqual(expected)
    expect(kinds(items)).toEqual(PACK_KINDS)
    expect(missing).toEqual([])
  })

  it('counts a record as one file, and photos one by one', () => {
    const { items } = packOf('OTHER', everything)
    expect(Object.fromEntries(items.map(({ kind, files }) => [kind, files]))).toEqual({
      SHIPMENT: 1,
      CONVERSATION: 1,
      INSPECTION: 2,
      SENT_PHOTOS: 3,
      ORDER: 1,
      RETURN_SHIPMENT: 1,
    })
  })
})

describe('given a case that has little to show', () => {
  test.each([
    ['REFUND_REFUSED', nothing, ['ORDER'], ['SHIPMENT', 'CONVERSATION']],
    ['CLAIM_UNFOUNDED', nothing, ['ORDER'], ['SHIPMENT', 'CONVERSATION', 'SENT_PHOTOS']],
    // a refund alone has no parcel, and what was not sent back was not unpacked
    ['RETURN_USED_OR_DAMAGED', nothing, ['ORDER'], ['SHIPMENT', 'CONVERSATION']],
    ['RETURN_USED_OR_DAMAGED', { ...everything, returned: false, inspectionPhotos: 0 }, null, ['RETURN_SHIPMENT']],
    ['RETURN_USED_OR_DAMAGED', { ...everything, inspectionPhotos: 0 }, null, ['INSPECTION']],
  ] as const)('when the reason is %s then what would matter is named as missing', (reason, onHand, items, missing) => {
    const pack = packOf(reason, onHand)
    if (items) expect(kinds(pack.items)).toEqual(items)
    expect(pack.missing).toEqual(missing)
  })

  test.each(DISPUTE_REASONS)('the order is always there for %s', (reason) => {
    expect(kinds(packOf(reason, nothing).items)).toContain('ORDER')
  })
})

describe('what is ticked at first', () => {
  const of = (onHand: OnHand, max = 6) => [...proposedOf(packOf('RECEIPT_NOT_CONFIRMED', onHand).items, max)]

  it('is what matters', () => {
    expect(of(everything)).toEqual(['SHIPMENT', 'CONVERSATION', 'INSPECTION', 'ORDER'])
  })

  it('leaves out what would be too much, and still takes what fits', () => {
    expect(of({ ...everything, inspectionPhotos: 4 })).toEqual(['SHIPMENT', 'CONVERSATION', 'INSPECTION'])
    expect(of({ ...everything, inspectionPhotos: 5 })).toEqual(['SHIPMENT', 'CONVERSATION', 'ORDER'])
    expect(of(everything, 0)).toEqual([])
  })
})
