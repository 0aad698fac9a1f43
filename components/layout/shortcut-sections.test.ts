import { expect, test } from 'vitest'
import { SECTIONS, sectionsOf } from './shortcut-sections'

const MEMBER = { member: true, support: false }
const SUPPORT = { member: false, support: true }

test.each([
  ['/cases', MEMBER, 'list'],
  ['/cases/AS1', MEMBER, 'list'],
  ['/services', MEMBER, 'board'],
  ['/settings/members', MEMBER, 'list'],
  ['/disputes', SUPPORT, 'console'],
  ['/refunds', SUPPORT, 'anywhere'],
])('on %s the keys of that screen come first', (pathname, who, first) => {
  expect(sectionsOf(pathname, who)[0]).toBe(first)
})

test('support is told of no key that it has not, and a member of none of the console', () => {
  expect(sectionsOf('/disputes', SUPPORT)).toEqual(['console', 'anywhere'])
  expect(sectionsOf('/cases', MEMBER)).not.toContain('console')
})

test.each(Object.entries(SECTIONS))('within %s no key does two things', (_, shortcuts) => {
  const keys = shortcuts.map(([, ...chord]) => chord.join(' '))
  expect(new Set(keys).size).toBe(keys.length)
})
