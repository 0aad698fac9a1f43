import type { Locator, Page } from '@playwright/test'
import { type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import { expectClean, wear } from './axe'
import { AGENT, type Api, test as base, expect, MANAGER, signIn, speak, visit } from './fixtures'

/** A receiver of the journey's own, on this machine. No endpoint that leads there outlives it. */
const test = base.extend<{ receiver: Receiver }>({
  receiver: async ({ api, request }, use) => {
    const receiver = await startReceiver()
    await use(receiver)
    const headers = { authorization: `Bearer ${await api.shopKey('nanzhi', 'MANAGER')}` }
    const { data } = await (await request.get('/api/v1/webhook-endpoints', { headers })).json()
    for (const { id, url } of data)
      if (url === receiver.url) await request.delete(`/api/v1/webhook-endpoints/${id}`, { headers })
    await receiver.close()
  },
})

/** Reads the secret that is shown now, and says that it is stored. */
async function store(sheet: Locator): Promise<string> {
  const secret = await sheet.getByRole('textbox', { name: '签名密钥' }).inputValue()
  await sheet.getByRole('button', { name: '我已保存' }).click()
  await expect(sheet).toBeHidden()
  return secret
}

/** Adds an endpoint on the list that is open, and opens it. */
async function addEndpoint(page: Page, receiver: Receiver, choose?: (form: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '新增推送地址' }).click()
  const form = page.getByRole('dialog', { name: '新增推送地址' })
  await form.getByRole('textbox', { name: '推送地址' }).fill(receiver.url)
  await choose?.(form)
  await form.getByRole('button', { name: '新增', exact: true }).click()
  receiver.secrets.push(await store(page.getByRole('dialog', { name: /推送地址已新增/ })))
  await page.getByRole('link', { name: receiver.url }).click()
  await expect(page.getByRole('heading', { name: receiver.url })).toBeVisible()
}

/** The row of a kind of webhook about a case, and not what opens below it. */
function rowOf(page: Page, no: string, type: string): Locator {
  const opener = page.locator('[aria-expanded]')
  return page.getByRole('row').filter({ has: opener, hasText: no }).filter({ hasText: type })
}

async function openCaseOf(api: Api, page: Page): Promise<{ no: string; row: Locator }> {
  const no = await api.openCase()
  return { no, row: rowOf(page, no, 'after_sale.created') }
}

test('an endpoint from its adding to its end: delivered and verified, re-sent, rotated, deleted', async ({
  page,
  api,
  receiver,
}) => {
  await signIn(page, MANAGER)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置' }).click()
  await page.getByRole('link', { name: 'Webhook 推送' }).click()
  await addEndpoint(page, receiver, async (form) => {
    await form.getByRole('radio', { name: '只推选中的' }).check()
    await expect(form.getByText('至少选一种')).toBeVisible()
    await form.getByRole('checkbox', { name: '售后单', exact: true }).check()
    await form.getByRole('checkbox', { name: /售后单已关闭/ }).uncheck()
    await form.getByRole('checkbox', { name: /退款到账/ }).check()
  })
  await expect(page.getByText('6 种')).toBeVisible()
  await expect(page.getByText('正常')).toBeVisible()
  await expect(page.getByText('还没有推送过。')).toBeVisible()

  const { no, row } = await openCaseOf(api, page)
  await expect(row).toContainText('已送达')
  await expect(row).toContainText('204 已收到')
  expect(receiver.seen.map(({ body }) => body.type)).toEqual(['after_sale.created'])
  expect(receiver.seen[0]?.signedWith).toEqual(receiver.secrets)
  await expect(row.getByRole('link', { name: no })).toHaveAttribute('href', `/cases/${no}`)

  const opener = row.getByRole('button')
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(opener).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('region', { name: '推送内容（JSON）' })).toContainText(`"no": "${no}"`)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: '复制原文' }).click()
  await expect(page.getByText('已复制')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(receiver.seen[0]?.raw)

  await page.getByRole('button', { name: '重新推送' }).click()
  await expect(page.getByText('已重新排队')).toBeVisible()
  await receiver.heard(2)
  expect(receiver.seen[1]?.id).toBe(receiver.seen[0]?.id)
  const log = page.getByRole('region', { name: '每次推送' })
  await expect(log.getByRole('listitem')).toHaveCount(2)
  await expect(log.getByRole('listitem').first()).toContainText('第 2 次')
  await expect(row).toContainText('已送达')

  await page.getByRole('button', { name: '轮换签名密钥' }).click()
  const rotation = page.getByRole('dialog', { name: /轮换签名密钥/ })
  await expect(rotation).toContainText(/到 明天 .* 为止，每条推送同时带新旧两个签名/)
  await page.keyboard.press('Enter')
  receiver.secrets.push(await store(page.getByRole('dialog', { name: /新签名密钥已生成/ })))
  await expect(page.getByRole('button', { name: '轮换签名密钥' })).toBeFocused()
  await expect(page.getByText(/新旧两把都签名，旧的到/)).toBeVisible()
  const second = await openCaseOf(api, page)
  await expect(second.row).toContainText('已送达')
  expect(new Set(receiver.secrets).size).toBe(2)
  expect(receiver.seen[2]?.signedWith).toEqual(receiver.secrets)

  await page.getByRole('button', { name: '删除', exact: true }).click()
  const asked = page.getByRole('alertdialog', { name: '删除推送地址' })
  await expect(asked).toContainText(`删除 ${receiver.url}？ 以后的售后变化不再推到这里`)
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await expect(page.getByRole('button', { name: '删除', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  const address = page.url()
  await page.keyboard.press('Enter')
  await expect(page.getByText('推送地址已删除')).toBeVisible()
  await expect(page).toHaveURL(/\/settings\/webhooks$/)
  await expect(page.getByRole('link', { name: receiver.url })).toHaveCount(0)
  await page.goto(address)
  await expect(page.getByText('没有这个推送地址')).toBeVisible()
})

test('what is not taken shows why, waits, and goes at once when it is told to', async ({ page, api, receiver }) => {
  await signIn(page, MANAGER, '/settings/webhooks')
  await addEndpoint(page, receiver)
  receiver.decide = () => 'fail'
  const { row } = await openCaseOf(api, page)
  await expect(row).toContainText('待重试')
  await expect(row).toContainText('500 对方没收下')
  await expect(page.getByText(/失败中，自 今天/)).toBeVisible()
  await expect(page.getByText('连续 1 次没送到')).toBeVisible()
  await row.getByRole('button').click()
  const attempt = page.getByRole('region', { name: '每次推送' }).getByRole('listitem').last()
  await expect(attempt).toContainText('第 1 次')
  await expect(attempt).toContainText('out of')
  await expect(page.getByRole('button', { name: '重新推送' })).toHaveAttribute('aria-disabled', 'true')

  await page.getByRole('link', { name: '已送达' }).click()
  await expect(page).toHaveURL(/\?status=DELIVERED$/)
  await expect(page.getByText('没有已送达的')).toBeVisible()
  await page.getByRole('link', { name: '待推送' }).click()
  await expect(row).toBeVisible()

  receiver.decide = () => null
  await page.getByRole('button', { name: '立即重推' }).click()
  await expect(page.getByText('待推送的都在发了')).toBeVisible()
  await expect(page.getByText('没有待推送的')).toBeVisible()
  await expect(page.getByText('正常')).toBeVisible()
  await page.getByRole('link', { name: '全部', exact: true }).click()
  await expect(row).toContainText('已送达')
})

test('more than a page is loaded page by page', async ({ page, api, receiver }) => {
  await signIn(page, MANAGER, '/settings/webhooks')
  await addEndpoint(page, receiver)
  const no = await api.openCase()
  for (let sent = 0; sent < 50; sent += 1) await api.call('POST', `after-sales/${no}/messages`, { text: `${sent}` })
  await receiver.heard(51)
  await page.getByRole('button', { name: '刷新' }).click()
  const openers = page.getByRole('table').getByRole('button')
  await expect(openers).toHaveCount(50)
  await page.getByRole('button', { name: '更早的' }).click()
  // what happens to other cases meanwhile is there too
  await expect.poll(() => openers.count()).toBeGreaterThan(50)
  await expect(page.getByRole('button', { name: '更早的' })).toBeHidden()

  // meanwhile somebody else takes it away
  const headers = { authorization: `Bearer ${await api.shopKey('nanzhi', 'MANAGER')}` }
  await page.request.delete(`/api/v1/webhook-endpoints/${page.url().split('/').at(-1)}`, { headers })
  await page.getByRole('button', { name: '刷新' }).click()
  await expect(page.getByText('没有这个推送地址')).toBeVisible()
})

test('in English, and without a connection nothing can be changed', async ({ page, api, receiver }) => {
  const manager = await api.shopKey('nanzhi', 'MANAGER')
  await api.call('POST', 'webhook-endpoints', { url: receiver.url, types: ['after_sale.created'] }, manager)
  await speak(page, 'en')
  await signIn(page, MANAGER, '/settings/webhooks')
  const listed = page.getByRole('row').filter({ hasText: receiver.url })
  await expect(listed).toContainText('1 kind')
  await expect(listed).toContainText('Healthy')
  await expect(listed).toContainText('Nothing sent yet')
  await page.getByRole('link', { name: receiver.url }).click()
  await expect(page.getByText('Nothing was sent yet.')).toBeVisible()
  receiver.plan('redirect')
  const { row } = await openCaseOf(api, page)
  await expect(row).toContainText('Buyer applied')
  await expect(row).toContainText(/Retrying · \d\d:\d\d:\d\d/)
  await expect(row).toContainText('302 redirect, which is not followed')
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(row).toContainText('Delivered')

  await page.context().setOffline(true)
  await expect(page.getByText(/^Offline, acts are off$/)).toBeAttached()
  for (const name of ['Rotate secret', 'Delete']) await expect(page.getByRole('button', { name })).toBeDisabled()
  await page.context().setOffline(false)
  await expect(page.getByRole('button', { name: 'Delete' })).toBeEnabled()
})

test('a fault is named at the address', async ({ page }) => {
  await signIn(page, MANAGER, '/settings/webhooks')
  const add = page.getByRole('button', { name: '新增推送地址' })
  await add.click()
  await page.keyboard.type('ftp://erp.example.com/x')
  await page.keyboard.press('Enter')
  const url = page.getByRole('textbox', { name: '推送地址' })
  await expect(url).toHaveAccessibleDescription('网址要以 https:// 或 http:// 开头')
  await expect(url).toBeFocused()
  await url.fill('erp')
  await expect(url).not.toHaveAttribute('aria-invalid')
  await page.keyboard.press('Enter')
  await expect(url).toHaveAccessibleDescription(/写完整的网址/)
  await page.keyboard.press('Escape')
  await expect(add).toBeFocused()
})

test('an agent is shown no webhooks, nor are another shop’s to be had', async ({ page, api, receiver }) => {
  await signIn(page, AGENT)
  for (const path of ['/settings/webhooks', '/settings/webhooks/we_1']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/cases/)
  }
  expect((await page.request.get('/api/desk/webhooks?shop=nanzhi')).status()).toBe(404)
  const manager = await api.shopKey('nanzhi', 'MANAGER')
  const { id } = await api.call('POST', 'webhook-endpoints', { url: receiver.url }, manager)
  for (const path of [`${id}?shop=nanzhi`, `${id}/wd_1?shop=nanzhi`, '%00?shop=nanzhi'])
    expect((await page.request.get(`/api/desk/webhooks/${path}`)).status()).toBe(404)
})

test('axe finds nothing in the webhooks', async ({ page, api, receiver }) => {
  // axe looks at seven screens
  test.slow()
  const manager = await api.shopKey('nanzhi', 'MANAGER')
  const { id } = await api.call('POST', 'webhook-endpoints', { url: receiver.url }, manager)
  const taken = await api.openCase()
  await receiver.heard(1)
  receiver.decide = () => 'fail'
  await api.openCase()
  await wear(page)
  await signIn(page, MANAGER, '/settings/webhooks')
  await expectClean(page)
  await page.getByRole('button', { name: /^(新增推送地址|Add endpoint)$/ }).click()
  await page.getByRole('radio', { name: /^(只推选中的|Only what is chosen)$/ }).check()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await visit(page, `/settings/webhooks/${id}`)
  await rowOf(page, taken, 'after_sale.created').getByRole('button').click()
  await expect(page.getByRole('button', { name: /^(复制原文|Copy as sent)$/ })).toBeVisible()
  await expectClean(page)
  await page.getByRole('button', { name: /^(删除|Delete)$/ }).click()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^(轮换签名密钥|Rotate secret)$/ }).click()
  await expectClean(page)
  await visit(page, '/settings/webhooks/we_none')
  await expectClean(page)
})
