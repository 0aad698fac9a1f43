import { AGENT, expect, SUPPORT, signIn, test, visit } from './fixtures'

/** What another site can make a browser send, with the cookies that the browser has: real requests, each as such a site would. */

const EVIL = 'https://evil.example'
/** What a browser says of a request that another site makes it send; the last says nothing. */
const FROM_ELSEWHERE: Record<string, string>[] = [
  { origin: EVIL },
  { origin: 'null' },
  { origin: EVIL, 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  {},
]

test('no route of the desk changes anything for another site', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page, AGENT)
  const tabId = '11111111-1111-4111-8111-111111111111'
  const look = { tabId, no }
  const post = (path: string, headers: Record<string, string>, data: object | string = look) =>
    page.request.post(path, { headers, data })
  for (const path of ['/api/desk/presence', '/api/desk/files?case=x&name=a.jpg']) {
    for (const headers of FROM_ELSEWHERE)
      expect((await post(path, headers)).status(), `${path} ${JSON.stringify(headers)}`).toBe(403)
  }
  // what our own pages send gets past that door
  expect((await post('/api/desk/presence', { 'sec-fetch-site': 'same-origin' })).status()).not.toBe(403)
})

test('no action is run for another site, as a call or as a form', async ({ page, product }) => {
  await signIn(page, SUPPORT, '/disputes')
  await visit(page, '/account')
  // the call that the page itself makes, taken down as it goes out
  const sent = page.waitForRequest((request) => request.method() === 'POST' && 'next-action' in request.headers())
  await page.getByRole('button', { name: '在别处全部退出' }).click()
  await page.getByRole('dialog').getByLabel('你的密码').fill('错的')
  await page.keyboard.press('Enter')
  const own = await sent
  await expect(page.getByText('密码不对')).toBeVisible()
  const action = own.headers()['next-action'] ?? ''
  const again = (headers: Record<string, string>, data = own.postData() ?? '') =>
    page.request.post('/account', {
      headers: { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8', ...headers },
      data,
    })
  const mine = await again({ origin: product.address, accept: 'text/x-component' })
  expect(mine.status()).toBe(200)
  expect(await mine.text()).toContain('passwordWrong')
  for (const headers of [{ origin: EVIL }, { origin: `${product.address}.evil.example` }, { origin: 'null' }]) {
    const refused = await again({ ...headers, accept: 'text/x-component' })
    expect(refused.status(), JSON.stringify(headers)).toBeGreaterThanOrEqual(400)
    expect(await refused.text()).not.toContain('passwordWrong')
  }
  const form = await page.request.post('/account', {
    headers: { origin: EVIL },
    multipart: { [`$ACTION_ID_${action}`]: '' },
  })
  expect(form.status()).toBeGreaterThanOrEqual(400)
})

test('a form on another site that is sent to sign in signs nobody in', async ({ page, product }) => {
  const evil = await page.context().newPage()
  await evil.route(`${EVIL}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${product.address}/sign-in"><input name="email" value="${AGENT}">
        <input name="password" value="afterdesk-demo"></form><script>document.forms[0].submit()</script>`,
    }),
  )
  await evil.goto(EVIL).catch(() => null)
  await evil.waitForURL((url) => url.href.startsWith(product.address))
  expect((await page.context().cookies()).filter(({ name }) => /session-token/.test(name))).toEqual([])
})

test('there are no doors but ours', async ({ request }) => {
  for (const path of ['/api/auth/signin', '/api/auth/session', '/api/auth/csrf', '/api/auth/callback/credentials'])
    for (const method of ['GET', 'POST'])
      expect((await request.fetch(path, { method })).status(), `${method} ${path}`).toBe(404)
})

test('whatever only reads, a link of another site may open; nothing that is asked for changes anything', async ({
  page,
}) => {
  await signIn(page, AGENT)
  for (const path of ['/api/desk/presence', '/api/desk/bulk', '/api/desk/summary'])
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect((await page.request.fetch(path, { method })).status(), `${method} ${path}`).toBe(405)
})
