import { expect, test } from 'vitest'
import { historyHref, parseHistoryFilter } from './params'

const NONE = { area: undefined, by: undefined, before: undefined }

test.each([
  [{}, NONE],
  [
    { area: 'members', by: 'user-1', before: '12' },
    { area: 'members', by: 'user-1', before: 12 },
  ],
  [{ area: 'cases', by: `a' OR 1=1`, before: '1e3' }, NONE],
  [{ area: ['members'], by: ['x'], before: ['1'] }, NONE],
  [{ before: '0' }, NONE],
  [{ before: '-1' }, NONE],
  [{ before: '99999999999999999999' }, NONE],
])('%j means %j', (params, filter) => {
  expect(parseHistoryFilter(params)).toEqual(filter)
})

test('what it says is what it is asked again', () => {
  expect(historyHref({})).toBe('/settings/history')
  expect(historyHref({ area: 'keys', by: 'key:0f6c', before: 7 })).toBe(
    '/settings/history?area=keys&by=key%3A0f6c&before=7',
  )
})
