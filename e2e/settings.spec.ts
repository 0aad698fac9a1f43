import type { APIRequestContext, Locator, Page } from '@playwright/test'
import { expectClean, wear } from './axe'
import { AGENT, expect, MANAGER, signIn, test, visit } from './fixtures'

async function statusWith(request: APIRequestContext, key: string): Promise<number> {
  return (await request.get('/api/v1/after-sales?limit=1', { headers: { authorization: `Bearer ${key}` } })).status()
}

/** Reads the key that is shown now, and says that it is stored. */
async function store(sheet: Locator): Promise<string> {
  const token = await sheet.getByRole('textbox', { name: '密钥' }).inputValue()
  await sheet.getByRole('button', { name: '我已保存' }).click()
  await expect(sheet).toBeHidden()
  return token
}

async function createKey(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: '新建密钥' }).click()
  const form = page.getByRole('dialog', { name: '新建密钥' })
  await form.getByRole('textbox', { name: '名称' }).fill(name)
  await form.getByRole('radio', { name: '客服' }).check()
  await page.keyboard.press('Tab')
  await form.getByRole('button', { name: '创建密钥' }).click()
  return store(page.getByRole('dialog', { name: /密钥已创建/ }))
}

test('a key from its making to its end: used, rotated with both working, revoked', async ({ page, request }) => {
  await signIn(page, MANAGER)
  const nav = page.getByRole('navigation', { name: '主导航' })
  await nav.getByRole('link', { name: '设置' }).click()
  await nav.getByRole('link', { name: 'API 密钥' }).click()
  await expect(page).toHaveURL(/\/settings\/keys$/)
  const first = await createKey(page, '聚水潭 ERP')
  expect(await statusWith(request, first)).toBe(200)

  const row = page.getByRole('row', { name: new RegExp(first.slice(0, 16)) })
  await row.getByRole('button', { name: '轮换“聚水潭 ERP”' }).click()
  const sheet = page.getByRole('dialog', { name: /轮换密钥/ })
  await sheet.getByRole('radio', { name: '1 小时' }).click()
  await sheet.getByRole('button', { name: '轮换密钥' }).click()
  const second = await store(page.getByRole('dialog', { name: /新密钥已生成/ }))
  expect(second).not.toBe(first)
  for (const key of [first, second]) expect(await statusWith(request, key)).toBe(200)
  const old = page.getByRole('row').filter({ hasText: `由 ${second.slice(0, 16)} 接替` })
  await expect(old).toContainText(/失效/)
  await expect(old.getByRole('button', { name: '轮换“聚水潭 ERP”' })).toBeHidden()

  await old.getByRole('button', { name: '吊销“聚水潭 ERP”' }).click()
  const asked = page.getByRole('alertdialog', { name: '吊销密钥' })
  await expect(asked).toContainText(`吊销“聚水潭 ERP”（${first.slice(0, 16)}）？`)
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await expect(old.getByRole('button', { name: '吊销“聚水潭 ERP”' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(asked.getByRole('button', { name: '吊销密钥' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('“聚水潭 ERP”已吊销')).toBeVisible()
  await expect(page.getByRole('button', { name: '新建密钥' })).toBeFocused()
  expect(await statusWith(request, first)).toBe(401)
  expect(await statusWith(request, second)).toBe(200)
  await page
    .getByText(/已失效的密钥/)
    .first()
    .click()
  await expect(page.getByRole('row').filter({ hasText: first.slice(0, 16) })).toContainText('已吊销')
})

test('a new key is not lost by a key or a click that went astray', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, MANAGER, '/settings/keys')
  const create = page.getByRole('button', { name: '新建密钥' })
  await create.click()
  await page.keyboard.press('Escape')
  await expect(create).toBeFocused()

  await create.click()
  await page.keyboard.type('仓库')
  await page.keyboard.press('Enter')
  const shown = page.getByRole('dialog', { name: /密钥已创建/ })
  await expect(shown).toBeVisible()
  await page.keyboard.press('Escape')
  await page.mouse.click(200, 500)
  await expect(shown.getByRole('alert')).toContainText('还没有确认保存')
  await shown.getByRole('button', { name: '复制' }).click()
  await expect(shown.getByText('已复制')).toBeVisible()
  const token = await shown.getByRole('textbox', { name: '密钥' }).inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)
  await shown.getByRole('button', { name: '我已保存' }).click()
  await expect(shown).toBeHidden()
  await expect(create).toBeFocused()
  await page.reload()
  expect(await page.content()).not.toContain(token)
})

test('whoever comes second is told that the key is revoked already', async ({ page, context }) => {
  // his page has heard nothing of it yet
  await page.route('**/api/events**', (route) => route.abort())
  await signIn(page, MANAGER, '/settings/keys')
  const token = await createKey(page, '两个人')
  const other = await context.newPage()
  for (const one of [page, other]) {
    if (one === other) await visit(other, '/settings/keys')
    await one
      .getByRole('row')
      .filter({ hasText: token.slice(0, 16) })
      .getByRole('button', { name: /吊销/ })
      .click()
  }
  await other.getByRole('button', { name: '吊销密钥' }).click()
  await expect(other.getByText('“两个人”已吊销')).toBeVisible()
  await page.getByRole('button', { name: '吊销密钥' }).click()
  await expect(page.getByText(/这把密钥 .* 已经吊销了/)).toBeVisible()
})

test('an agent sees no settings, and is sent back from them', async ({ page }) => {
  await signIn(page, AGENT)
  await expect(page.getByRole('link', { name: '售后' }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: '设置' })).toHaveCount(0)
  for (const path of ['/settings', '/settings/keys']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/cases/)
  }
})

test('axe finds nothing in the settings', async ({ page, api }) => {
  // five screens, each looked over whole
  test.slow()
  await api.shopKey('nanzhi')
  await wear(page)
  await signIn(page, MANAGER, '/settings/keys')
  await expectClean(page)
  await page
    .getByRole('button', { name: /^(吊销|Revoke) ?“/ })
    .first()
    .click()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^(轮换|Rotate) ?“/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^(新建密钥|New key)$/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectClean(page)
  await page.keyboard.type('axe')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^(我已保存|I have stored it)$/ })).toBeVisible()
  await expectClean(page)
})
