import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { open, seal } from './secret-box'

const before = process.env.AFTERDESK_SECRET

function useSecret(secret: string | undefined): void {
  if (secret === undefined) delete process.env.AFTERDESK_SECRET
  else process.env.AFTERDESK_SECRET = secret
  forgetEnv()
}

beforeAll(() => useSecret('a'.repeat(32)))
afterAll(() => useSecret(before))

describe('what is sealed', () => {
  test.each(['whsec_abc', '', '钥匙 🔑', 'x'.repeat(100_000)])('opens again', (text) => {
    expect(open(seal(text, 'row 1'), 'row 1')).toBe(text)
  })

  test('shows nothing of itself, and never looks the same twice', () => {
    const [one, two] = [seal('whsec_abc', 'row 1'), seal('whsec_abc', 'row 1')]
    expect(one).not.toContain('whsec')
    expect(one).not.toBe(two)
  })

  test('does not open elsewhere, changed, cut, or with another secret', () => {
    const sealed = seal('whsec_abc', 'row 1')
    expect(open(sealed, 'row 2')).toBeNull()
    const at = sealed.length - 3
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
    expect(open(changed, 'row 1')).toBeNull()
    for (const cut of ['', 'v1', 'v1.', 'v1.AAAA', sealed.slice(0, 30), sealed.replace('v1', 'v2'), '{"key":"ak_…"}'])
      expect(open(cut, 'row 1')).toBeNull()
    useSecret('b'.repeat(32))
    expect(open(sealed, 'row 1')).toBeNull()
    useSecret('a'.repeat(32))
    expect(open(sealed, 'row 1')).toBe('whsec_abc')
  })
})
