import { readdirSync } from 'node:fs'
import type { APIResponse } from '@playwright/test'
import { AGENT, expect, MANAGER, PLATFORM_KEY, ready, SUPPORT, signIn, test, visit } from './fixtures'

// What the real server lets a browser do with its answers, of every kind that there is.

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': /camera=\(\)/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'content-security-policy': /object-src 'none'.*frame-ancestors 'none'/,
} as const
const PAGE = /^default-src 'self'; script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'; /
const NO_PAGE = /^default-src 'none'; /

function expectClosed(answer: APIResponse, policy: RegExp): void {
  const headers = answer.headers()
  for (const [name, value] of Object.entries(ALWAYS)) expect(headers[name], `${answer.url()}: ${name}`).toMatch(value)
  expect(headers['content-security-policy']).toMatch(policy)
}

const script = () =>
  `/_next/static/chunks/${readdirSync('.next/static/chunks').find((name) => name.endsWith('.js')) ?? ''}`

test.describe('every kind of answer is closed:', () => {
  for (const [what, path, status, policy] of [
    ['a page', '/sign-in', 200, PAGE],
    ['a page that is not there', '/nothing', 404, PAGE],
    ['a page that sends elsewhere', '/cases', 307, PAGE],
    ['the door to the queue', '/', 307, NO_PAGE],
    ['a path with a slash too many', '/cases/', 308, NO_PAGE],
    ['an invitation', '/invite/inv_wrong', 200, PAGE],
    ['the reference of the API', '/api/docs', 200, PAGE],
    ['its document', '/api/openapi.json', 200, NO_PAGE],
    ['the API without a key', '/api/v1/after-sales', 401, NO_PAGE],
    ['the API where there is nothing', '/api/v1/nothing', 404, NO_PAGE],
    ['what lies below no handler', '/api/nothing', 404, NO_PAGE],
    ['the health', '/api/health', 200, NO_PAGE],
    ['the stream, to nobody', '/api/events', 401, NO_PAGE],
    ['the desk, to nobody', '/api/desk/queue', 401, NO_PAGE],
    ['an export, to nobody', '/api/desk/export/cases', 401, NO_PAGE],
    ['a file, to nobody', '/api/desk/files/1', 401, NO_PAGE],
    ['a picture', '/icon.svg', 200, NO_PAGE],
    ['a script', '', 200, NO_PAGE],
    ['a script that is not there', '/_next/static/none.js', 404, NO_PAGE],
    ['the drawing of pictures, which is off', '/_next/image?url=%2Ficon.svg&w=64&q=75', 404, /'none'/],
    ['a path of no characters', '/api/v1/%ff', 404, NO_PAGE],
  ] as const)
    test(what, async ({ request }) => {
      const ask = (headers = {}) => request.get(path || script(), { maxRedirects: 0, headers })
      const answer = await ask()
      expect(answer.status()).toBe(status)
      expectClosed(answer, policy)
      // only what is the same for everybody may be kept
      const isPublic = /icon|chunks/.test(answer.url()) || path === '/api/openapi.json'
      expect(answer.headers()['cache-control']).toMatch(isPublic ? /immutable|must-revalidate|no-cache/ : /no-store/)
      expect(answer.headers()['strict-transport-security']).toBeUndefined()
      const secure = await ask({ 'x-forwarded-proto': 'https' })
      expect(secure.headers()['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
      expect(secure.headers()['x-powered-by']).toBeUndefined()
      expect(secure.headers()['access-control-allow-origin']).toBeUndefined()
    })

  test('an act that is refused, an unknown method, a download, and an export', async ({ page, api, request }) => {
    const photo = await api.sendPhoto('a.jpg')
    const authorization = `Bearer ${PLATFORM_KEY}`
    await signIn(page, MANAGER)
    const answers = [
      await request.post('/api/v1/after-sales', {
        headers: { authorization, 'content-type': 'application/json' },
        data: Buffer.from('{'),
      }),
      await request.fetch('/api/v1/after-sales', { method: 'PROPFIND' }),
      await request.get(`/api/v1/files/${photo}`, { headers: { authorization } }),
      await page.request.get('/api/desk/export/cases?shop=nanzhi&tab=MERCHANT'),
      await page.request.get('/api/desk/queue?tab=MERCHANT'),
    ]
    expect(answers.map((answer) => answer.status())).toEqual([400, 405, 200, 200, 200])
    for (const answer of answers) expectClosed(answer, /^default-src 'none'/)
  })
})

test('no range and no condition makes a script an error', async ({ request }) => {
  const asks: Record<string, string>[] = [
    ...['bytes=9999999999-', 'bytes=abc', 'bytes=5-2', 'bytes=-', 'items=1', 'bytes=0-0'].map((range) => ({ range })),
    { 'if-match': '"x"' },
    { 'if-unmodified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' },
  ]
  for (const headers of asks)
    for (const path of [script(), '/icon.svg'])
      expect((await request.get(path, { headers })).status(), JSON.stringify(headers)).toBe(200)
})

test('a nonce is never used twice, and nobody brings his own', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of ['/sign-in', '/sign-in', '/nothing', '/api/nothing']) {
    const answer = await request.get(path, { headers: { 'x-nonce': 'AAAA', 'content-security-policy': 'x' } })
    const [nonce] = /nonce-[^']+/.exec(answer.headers()['content-security-policy'] ?? '') ?? [path]
    expect(nonce).not.toContain('AAAA')
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(4)
})

for (const look of [
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'en', colorScheme: 'dark' },
] as const)
  test(`no screen wants more than it is allowed, ${look.locale}, ${look.colorScheme}`, async ({
    browser,
    baseURL,
    api,
  }) => {
    test.slow()
    const page = await browser.newPage({ ...look, ...(baseURL && { baseURL }) })
    const complaints: string[] = []
    page.on(
      'console',
      (message) => /content security|violates|refused to/i.test(message.text()) && complaints.push(message.text()),
    )
    const no = await api.openCase()
    await signIn(page, MANAGER)
    for (const path of ['/services', '/settings/members', '/api/docs']) await visit(page, path)
    // what locks the scrolling, and what floats
    await visit(page, `/cases/${no}`)
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await visit(page, '/settings/history')
    await page.getByRole('combobox').first().click()
    await expect(page.getByRole('listbox')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.context().clearCookies()
    await signIn(page, SUPPORT, '/disputes')
    await page.close()
    expect(complaints).toEqual([])
  })

test('a toast has its looks, and asks for no more than it is allowed', async ({ page, api }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const no = await api.openCase()
  await signIn(page, AGENT, `/cases/${no}`)
  await ready(page)
  await page.keyboard.press('a')
  await page.keyboard.press('Enter')
  const toast = page.locator('[data-sonner-toast]').first()
  await expect(toast).toBeVisible()
  expect(await toast.evaluate((element) => getComputedStyle(element).position)).toBe('absolute')
  expect(complaints).toEqual([])
})
