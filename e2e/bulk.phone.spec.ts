import { expectClean } from './axe'
import { AGENT, expect, signIn } from './fixtures'
import { test } from './phone'

test('on a phone: selects by tapping, sees what it comes to, and approves', async ({ page, api }) => {
  const nos = await Promise.all([43_010, 43_020].map((amountFen) => api.openCase({ amountFen })))
  await signIn(page, AGENT, '/cases?min=430&max=430.5')
  const rows = page.getByRole('listbox', { name: '售后单' }).getByRole('option')
  await expect(rows).toHaveCount(2)
  await expect(rows.first().locator('[data-box]')).toBeHidden()
  await page.getByRole('button', { name: '选择', exact: true }).tap()
  for (const row of await rows.all()) await row.locator('[data-box]').tap()
  await expect(page.getByText('已选 2 / 2')).toBeVisible()
  const bar = page.getByRole('region', { name: '批量操作' })
  await bar.getByRole('button', { name: /^同意 2 单 · 退 ¥860\.30/ }).tap()
  await expectClean(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: /^确认退款 ¥860\.30/ }).tap()
  const runs = page.getByRole('region', { name: '正在办和办完的' })
  await expect(runs).toContainText('已同意 2 单')
  await runs.getByRole('button', { name: '看结果' }).tap()
  await expect(page.getByRole('dialog').getByRole('link', { name: /办成了/ })).toHaveCount(2)
  await page.getByRole('button', { name: '关闭' }).tap()
  await runs.getByRole('button', { name: '收起' }).tap()
  for (const no of nos)
    await expect.poll(async () => (await api.call('GET', `after-sales/${no}`)).status).toBe('REFUNDED')
})
