import { describe, expect, it } from 'vitest'
import { parseQueueParams, queueKey, withQueueParams } from './params'

const parse = (query: string) => parseQueueParams(new URLSearchParams(query))

describe('the queue in the URL', () => {
  it('is what waits for the merchant, if it says nothing', () => {
    expect(parse('')).toMatchObject({ tab: 'MERCHANT', search: undefined })
  })

  it('reads every filter', () => {
    expect(
      parse(
        'tab=BUYER&sort=AMOUNT&search=SF1&type=RETURN_REFUND&reason=OTHER&min=29.90&max=100&within=6&hour=1773313200000&assignee=ME&flag=RISK',
      ),
    ).toEqual({
      tab: 'BUYER',
      sort: 'AMOUNT',
      search: 'SF1',
      type: 'RETURN_REFUND',
      reason: 'OTHER',
      minFen: 2990,
      maxFen: 10_000,
      dueWithinHours: 6,
      dueHour: 1_773_313_200_000,
      assignee: 'ME',
      flag: 'RISK',
    })
  })

  it('searches everywhere unless a tab is named', () => {
    expect(parse('search=王').tab).toBe('ALL')
    expect(parse('search=王&tab=CLOSED').tab).toBe('CLOSED')
  })

  it.each([
    'tab=x',
    'sort=CLOSED',
    'sort=x',
    'assignee=%27--',
    'flag=x',
    'type=x&reason=y',
    'min=-1',
    'min=1e9',
    'max=0x10',
    'min=99999999',
    'within=-3',
    'within=1.5',
    'hour=1',
    'hour=Infinity',
    'search=%00',
    'search=++',
  ])('takes nonsense for nothing: %s', (query) => {
    expect(parse(query)).toEqual(parse(''))
  })

  it('has one key for the same filters', () => {
    expect(queueKey(new URLSearchParams('type=REFUND_ONLY&tab=ALL&utm=1'))).toBe(
      queueKey(new URLSearchParams('tab=ALL&type=REFUND_ONLY')),
    )
  })

  it('changes what it is told and keeps the rest', () => {
    expect(withQueueParams(new URLSearchParams('tab=ALL&search=x'), { search: null, type: 'REFUND_ONLY' })).toBe(
      '?tab=ALL&type=REFUND_ONLY',
    )
    expect(withQueueParams(new URLSearchParams('search=x'), { search: null })).toBe('?')
  })
})
