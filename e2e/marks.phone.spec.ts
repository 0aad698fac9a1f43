import { AGENT, expect, signIn } from './fixtures'
import { test } from './phone'

test('on a phone a case is taken, flagged and noted by touch, and nothing sticks out', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page, AGENT, `/cases/${no}`)
  await page.getByRole('button', { name: '未指派' }).tap()
  await page.getByRole('option', { name: '指派给我' }).tap()
  await expect(page.getByRole('button', { name: '负责人：林晓' })).toBeVisible()
  await page.getByRole('button', { name: '标记', exact: true }).tap()
  await page.getByRole('option', { name: '有风险' }).tap()
  await expect(page.getByRole('button', { name: '标记：有风险' })).toBeVisible()

  await page.getByRole('tab', { name: /订单/ }).tap()
  const notes = page.getByRole('region', { name: '内部备注' })
  await notes.getByRole('button', { name: '写备注' }).tap()
  await notes.getByLabel('内部备注，仅店内可见').fill('很长的一行'.repeat(40))
  await notes.getByRole('button', { name: '保存备注' }).tap()
  await expect(notes.getByRole('listitem').filter({ hasText: '很长的一行' })).toBeVisible()
  await expect(page.getByRole('tab', { name: /1 条内部备注/ })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)

  await page.getByRole('link', { name: '回到列表' }).tap()
  await expect(page).toHaveURL(/\/cases$/)
})
