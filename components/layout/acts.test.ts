import { expect, test, vi } from 'vitest'
import { type Act, actsVersion, offerActs, onActs, readActs } from './acts'

const act = (id: string): Act => ({ id, label: id, run: () => {} })
const ids = () => readActs().map(({ id }) => id)

test('offers of the case come before those of the list and of the desk, each in the order in which they came', () => {
  const ends = [
    offerActs('desk', () => [act('signOut')]),
    offerActs('list', () => [act('filter')]),
    offerActs('case', () => [act('approve'), act('reject')]),
    offerActs('list', () => [act('tab')]),
  ]
  expect(ids()).toEqual(['approve', 'reject', 'filter', 'tab', 'signOut'])
  for (const end of ends) end()
  expect(ids()).toEqual([])
})

test('asks when somebody looks, leaves out what is not there, and takes back only its own', () => {
  let deciding = false
  const endCase = offerActs('case', () => [!deciding && act('approve'), null, undefined])
  const endList = offerActs('list', () => [act('filter')])
  expect(ids()).toEqual(['approve', 'filter'])
  deciding = true
  expect(ids()).toEqual(['filter'])
  endCase()
  endCase()
  expect(ids()).toEqual(['filter'])
  endList()
})

test('tells who listens of every change, and nobody who stopped', () => {
  const heard = vi.fn()
  const stop = onActs(heard)
  const before = actsVersion()
  const end = offerActs('desk', () => [])
  end()
  expect(heard).toHaveBeenCalledTimes(2)
  expect(actsVersion()).toBeGreaterThan(before)
  stop()
  offerActs('desk', () => [])()
  expect(heard).toHaveBeenCalledTimes(2)
})
