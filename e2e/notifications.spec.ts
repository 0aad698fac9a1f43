import type { Locator, Page } from '@playwright/test'
import { expectClean, wear } from './axe'
import { AGENT, expect, MANAGER, SUPPORT, signIn, test, visit } from './fixtures'

function bellOf(page: Page): Locator {
  return page.getByRole('banner').getByRole('button', { name: /^(通知|Notifications)，?/ })
}

/** Begins with nothing unread, so that a journey counts its own. */
async function readAll(page: Page): Promise<void> {
  await bellOf(page).click()
  const panel = page.getByRole('dialog', { name: /^(通知|Notifications)$/ })
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  const all = panel.getByRole('button', { name: /^(全部标为已读|Mark all as read)$/ })
  if (await all.isVisible()) await all.click()
  await expect(all).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

test('the bell rings while one looks, leads to the case, and falls silent on every screen', async ({ page, api }) => {
  await signIn(page, AGENT, '/cases?tab=ALL')
  await readAll(page)
  await expect(bellOf(page)).toHaveAccessibleName('通知，没有未读')
  const other = await page.context().newPage()
  await visit(other, '/cases')

  const no = await api.openCase({ title: '铃响的羊毛毯' })
  await api.openCase({ title: '另一条毯子' })
  await expect(bellOf(page)).toHaveAccessibleName('通知，2 条未读')
  await expect(page.getByRole('status').filter({ hasText: '2 条未读通知' })).toBeAttached()

  await page.keyboard.press('n')
  const panel = page.getByRole('dialog', { name: '通知' })
  const row = panel.getByRole('listitem').filter({ hasText: '铃响的羊毛毯' })
  await expect(row).toContainText('新申请仅退款 ¥128.00')
  await expect(row).toContainText('沈**')
  await expect(row.getByRole('img', { name: '未读' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(panel).toBeHidden()
  await expect(page).toHaveURL(new RegExp(`/cases/${no}\\?tab=ALL`))
  for (const one of [page, other]) await expect(bellOf(one)).toHaveAccessibleName('通知，1 条未读')

  // what the buyer writes on the case that lies open is read at once
  await api.call('POST', `after-sales/${no}/messages`, { text: '什么时候退？' })
  await expect(page.getByText('什么时候退？').first()).toBeVisible()
  await bellOf(page).click()
  await expect(panel.getByRole('listitem').filter({ hasText: '沈**：“什么时候退？”' })).toBeVisible()
  await expect(bellOf(other)).toHaveAccessibleName('通知，1 条未读')

  await panel.getByRole('button', { name: '全部标为已读' }).click()
  await expect(panel.getByRole('img', { name: '未读' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(bellOf(page)).toBeFocused()
  for (const one of [page, other]) await expect(bellOf(one)).toHaveAccessibleName('通知，没有未读')
})

test('what was told is there page by page', async ({ page }) => {
  await signIn(page, AGENT)
  await bellOf(page).click()
  const panel = page.getByRole('dialog', { name: '通知' })
  await expect(panel.getByRole('listitem')).toHaveCount(30)
  await panel.getByRole('button', { name: '加载更早的' }).click()
  await expect(panel.getByRole('listitem').nth(30)).toBeAttached()
})

test('what is told by e-mail everybody chooses for himself', async ({ page }) => {
  await signIn(page, AGENT)
  await page.getByRole('button', { name: /我的菜单$/ }).click()
  await page.getByRole('menuitem', { name: '通知设置' }).click()
  await expect(page).toHaveURL(/\/notifications\/settings$/)
  await expect(page.getByRole('heading', { name: '通知设置' })).toBeVisible()
  const shop = page.getByRole('group', { name: '南栀织物旗舰店' })
  const wanted = shop.getByRole('checkbox', { name: /^新售后/ })
  await expect(wanted).not.toBeChecked()
  await expect(shop.getByRole('checkbox', { name: /^买家申请平台介入/ })).toBeChecked()
  await wanted.click()
  await expect(page.getByText('已保存').first()).toBeVisible()
  await page.reload()
  await expect(wanted).toBeChecked()
  await wanted.click()
  await page.reload()
  await expect(wanted).not.toBeChecked()
})

test('support is told of what it can rule on, and chooses for itself', async ({ page, api }) => {
  await signIn(page, SUPPORT, '/disputes')
  const before = await bellOf(page).getAttribute('aria-label')
  const no = await api.openCase({ title: '可以判责的毯子' })
  const key = await api.shopKey('nanzhi')
  await api.call('POST', `after-sales/${no}/dispute`, { reason: 'REFUND_REFUSED', statement: '商家不处理' })
  await api.call('POST', `after-sales/${no}/dispute/evidence`, { text: '照片', done: true })
  await api.call('POST', `after-sales/${no}/dispute/evidence`, { text: '发货单', done: true }, key)
  await expect(bellOf(page)).not.toHaveAccessibleName(before ?? '')
  await bellOf(page).click()
  await page
    .getByRole('dialog', { name: '通知' })
    .getByRole('link', { name: /可以判责的毯子/ })
    .click()
  await expect(page).toHaveURL(new RegExp(`/disputes/${no}`))
  await expect(bellOf(page)).toHaveAccessibleName(before ?? '')
  await visit(page, '/support/notifications')
  await expect(page.getByRole('checkbox', { name: /^可以判责/ })).not.toBeChecked()
})

test('whoever is not signed in hears nothing', async ({ page, request }) => {
  for (const path of ['/sign-in', '/rules']) {
    await page.goto(path)
    await expect(bellOf(page)).toHaveCount(0)
  }
  for (const path of ['notices', 'notices/unread'])
    expect((await request.get(`/api/desk/${path}`, { headers: { cookie: '' } })).status()).toBe(401)
})

test('axe finds nothing behind the bell', async ({ page, api }) => {
  await wear(page)
  await api.openCase()
  await signIn(page, MANAGER)
  await expectClean(page)
  await bellOf(page).click()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await visit(page, '/notifications/settings')
  await expectClean(page)
})
