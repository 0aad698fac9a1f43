import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultHeaders, pagePolicy, TOAST_STYLE } from '@/lib/security-headers'

test('the hash is that of the style sheet which the toasts put into the page', () => {
  const [, style = ''] =
    /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(readFileSync('node_modules/sonner/dist/index.mjs', 'utf8')) ?? []
  expect(TOAST_STYLE).toBe(
    `sha256-${createHash('sha256')
      .update(String(JSON.parse(style)))
      .digest('base64')}`,
  )
})

test('a page runs only what has its nonce, and is framed by nobody', () => {
  const policy = pagePolicy('abc', true)
  expect(policy).toContain(`script-src 'self' 'nonce-abc' 'strict-dynamic';`)
  expect(policy).toContain(`style-src-elem 'self' 'nonce-abc' '${TOAST_STYLE}' 'sha256-${sha256('')}';`)
  for (const directive of [`object-src 'none'`, `base-uri 'none'`, `form-action 'self'`, `frame-ancestors 'none'`])
    expect(policy).toContain(directive)
  expect(policy).toContain('upgrade-insecure-requests')
  expect(pagePolicy('abc', false)).not.toContain('upgrade-insecure-requests')
  expect(policy).not.toContain('unsafe-eval')
})

test('only over TLS a browser is told to come by TLS alone', () => {
  expect(new Headers(defaultHeaders(true)).get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
  expect(new Headers(defaultHeaders(false)).has('strict-transport-security')).toBe(false)
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
