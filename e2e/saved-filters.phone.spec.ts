import { randomUUID } from 'node:crypto'
import { AGENT, expect, signIn } from './fixtures'
import { test } from './phone'

test('on a phone: what is shown is kept, found again, removed; another order, and the forecast as a table', async ({
  page,
}) => {
  test.slow()
  const name = `手机上存的二十个字视图 ${randomUUID().slice(0, 6)}`
  const narrow = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const panel = page.getByRole('dialog', { name: '已存视图' })
  await signIn(page, AGENT, '/cases?type=RETURN_REFUND')
  await page.getByRole('button', { name: /排序/ }).tap()
  await page.getByRole('menuitemradio', { name: '金额最大' }).tap()
  await expect(page).toHaveURL(/sort=AMOUNT/)

  await page.getByRole('button', { name: '已存视图' }).tap()
  await narrow()
  await panel.getByLabel('把现在的筛选存为').fill(name)
  await panel.getByRole('button', { name: '保存' }).tap()
  await expect(panel.getByRole('link', { name })).toHaveAttribute('aria-current', 'true')
  await panel.getByRole('link', { name: '未指派' }).tap()
  await expect(panel).toBeHidden()
  await expect(page).toHaveURL(/assignee=NONE/)
  await page.getByRole('button', { name: '已存视图' }).tap()
  await panel.getByRole('link', { name }).tap()
  await expect(page).toHaveURL(/sort=AMOUNT/)

  await page.getByRole('button', { name: '已存视图' }).tap()
  await panel.getByRole('button', { name: '整理' }).tap()
  await narrow()
  await panel.getByRole('button', { name: `删除“${name}”` }).tap()
  await expect(page.getByText(`已删除“${name}”`)).toBeVisible()
  await expect(panel.getByRole('button', { name: `删除“${name}”` })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '表', exact: true }).tap()
  await expect(page.getByRole('table', { name: '48 小时预测' })).toBeVisible()
  await narrow()
})
