import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test.each(['/', '/cases', '/cases/AS1?tab=BUYER&search=%E7%8E%8B#talk', '/refunds'])('%s stays here', (path) => {
  expect(safePath(path)).toBe(path)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  'https://evil.example/cases',
  'javascript:alert(1)',
  'cases',
  '',
  '/sign-in',
  '/sign-in?next=/sign-in',
  undefined,
  ['/cases'],
])('%j leads nowhere', (path) => {
  expect(safePath(path)).toBeNull()
})
