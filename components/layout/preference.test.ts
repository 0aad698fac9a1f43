import { afterEach, expect, test, vi } from 'vitest'
import { keepPreference } from './preference'

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  [
    'over https is kept for https alone',
    'https:',
    'dark',
    'theme=dark; path=/; max-age=31536000; samesite=lax; secure',
  ],
  ['on the machine itself is kept', 'http:', 'dark', 'theme=dark; path=/; max-age=31536000; samesite=lax'],
  ['is forgotten', 'https:', undefined, 'theme=; path=/; max-age=0; samesite=lax; secure'],
])('what somebody prefers %s', (_, protocol, value, cookie) => {
  const page = { cookie: '' }
  vi.stubGlobal('location', { protocol })
  vi.stubGlobal('document', page)
  keepPreference('theme', value)
  expect(page.cookie).toBe(cookie)
})
