import { describe, expect, it } from 'vitest'
import { parseQueueParams } from '@/lib/after-sales/params'
import { addressOf, filterOf, keptQuery } from './params'
import { BUILT_IN } from './views'

const kept = (search: string) => keptQuery(new URLSearchParams(search))

describe('what is kept of an address', () => {
  it.each([
    ['the tab that it begins with', '', 'tab=MERCHANT'],
    ['the tab of a search', 'search=AS1', 'tab=ALL&search=AS1'],
    ['one order of the words', 'max=300&type=REFUND_ONLY&tab=BUYER', 'tab=BUYER&type=REFUND_ONLY&max=300'],
    ['one way to write an amount', 'min=29.90&max=30.00', 'tab=MERCHANT&min=29.9&max=30'],
    ['no order that the tab begins with', 'sort=DUE', 'tab=MERCHANT'],
    ['another order', 'sort=AMOUNT', 'tab=MERCHANT&sort=AMOUNT'],
    ['no order that the tab has not', 'tab=CLOSED&sort=AMOUNT', 'tab=CLOSED'],
    ['who looks after it', 'assignee=ME', 'tab=MERCHANT&assignee=ME'],
    ['a colleague', 'assignee=user-7', 'tab=MERCHANT&assignee=user-7'],
    ['no hour, nonsense, or what is not the queue’s', 'hour=1773291600000&type=X&saved=1&utm=2', 'tab=MERCHANT'],
    ['a search as somebody means it', 'tab=ALL&search=%20%E7%8E%8B&flag=RISK', 'tab=ALL&search=%E7%8E%8B&flag=RISK'],
  ])('is %s', (_, search, expected) => {
    expect(kept(search)).toBe(expected)
    // kept again it is the same, and it stands for the same filter
    expect(kept(expected)).toBe(expected)
    const { dueHour: _hour, sort: _sort, ...meant } = parseQueueParams(new URLSearchParams(search))
    expect(filterOf(expected)).toMatchObject(meant)
  })

  it('is no longer than the table has room for', () => {
    const long = kept(
      `tab=PLATFORM&sort=NEWEST&search=${encodeURIComponent('羊'.repeat(200))}&assignee=${'x'.repeat(64)}`,
    )
    expect(long.length).toBeLessThan(900)
  })

  it('is what everybody’s own filters are written as', () => {
    for (const query of Object.values(BUILT_IN)) expect(kept(query)).toBe(query)
  })
})

it('leads back to where it is shown', () => {
  expect(addressOf('tab=BUYER&min=9')).toBe('/cases?tab=BUYER&min=9')
  expect(addressOf('tab=BUYER', 'id-1')).toBe('/cases?tab=BUYER&saved=id-1')
})
