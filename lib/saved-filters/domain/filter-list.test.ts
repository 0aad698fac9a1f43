import { describe, expect, it } from 'vitest'
import {
  addFilter,
  type ChangedFilters,
  FILTERS_MAX,
  moveFilter,
  removeFilter,
  renameFilter,
  replaceQuery,
  type SavedFilter,
} from './filter-list'

const filter = (id: string, name = id): SavedFilter => ({ id, name, query: `tab=MERCHANT&search=${id}` })
const LIST = [filter('a', '大额'), filter('b', 'Urgent'), filter('c', '未读')]
const FULL = Array.from({ length: FILTERS_MAX }, (_, n) => filter(`f${n}`))
const outcome = (changed: ChangedFilters) =>
  changed.ok ? changed.list.map(({ id, name }) => (name === id ? id : `${id} ${name}`)) : changed.refusal

describe('given a member’s filters', () => {
  it.each<[string, ChangedFilters, unknown]>([
    ['a new one stands at the end', addFilter(LIST, filter('d')), ['a 大额', 'b Urgent', 'c 未读', 'd']],
    [
      'one that comes back stands where it stood',
      addFilter(LIST, filter('d'), 1),
      ['a 大额', 'd', 'b Urgent', 'c 未读'],
    ],
    ['a place beyond the end is the end', addFilter(LIST, filter('d'), 9), ['a 大额', 'b Urgent', 'c 未读', 'd']],
    ['one that is there already is there once', addFilter(LIST, filter('b', 'x')), ['a 大额', 'b Urgent', 'c 未读']],
    ['a name is taken in any case', addFilter(LIST, filter('d', 'URGENT')), { code: 'nameTaken', name: 'Urgent' }],
    ['there is an end to them', addFilter(FULL, filter('d')), { code: 'tooMany', max: FILTERS_MAX }],
    ['one gets another name', renameFilter(LIST, 'b', '急'), ['a 大额', 'b 急', 'c 未读']],
    ['its own name is free to it', renameFilter(LIST, 'b', 'urgent'), ['a 大额', 'b urgent', 'c 未读']],
    ['another’s name is not', renameFilter(LIST, 'b', '大额'), { code: 'nameTaken', name: '大额' }],
    ['nobody’s gets no name', renameFilter(LIST, 'z', '急'), { code: 'filterUnknown' }],
    ['nobody’s is not rewritten', replaceQuery(LIST, 'z', ''), { code: 'filterUnknown' }],
    ['one goes', removeFilter(LIST, 'b'), ['a 大额', 'c 未读']],
    ['it goes once', removeFilter(LIST, 'z'), { code: 'filterUnknown' }],
    ['one goes up', moveFilter(LIST, 'c', 'UP'), ['a 大额', 'c 未读', 'b Urgent']],
    ['one goes down', moveFilter(LIST, 'a', 'DOWN'), ['b Urgent', 'a 大额', 'c 未读']],
    ['the first goes no higher', moveFilter(LIST, 'a', 'UP'), ['a 大额', 'b Urgent', 'c 未读']],
    ['the last goes no lower', moveFilter(LIST, 'c', 'DOWN'), ['a 大额', 'b Urgent', 'c 未读']],
    ['nobody’s goes nowhere', moveFilter(LIST, 'z', 'UP'), { code: 'filterUnknown' }],
  ])('then %s', (_, changed, expected) => {
    expect(outcome(changed)).toEqual(expected)
  })

  it('then one becomes another query under its name, and the list that was stays as it was', () => {
    const changed = replaceQuery(LIST, 'b', 'tab=BUYER')
    expect(changed).toEqual({ ok: true, list: [LIST[0], { id: 'b', name: 'Urgent', query: 'tab=BUYER' }, LIST[2]] })
    expect(LIST[1]?.query).toBe('tab=MERCHANT&search=b')
  })
})
