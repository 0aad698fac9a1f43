import { AGENT, expect, signIn, visit } from './fixtures'
import { test } from './phone'

test('on a phone: from the list into a case, through its tabs, to a decision, and back', async ({ page, api }) => {
  const no = await api.openCase({ title: '手机上的' })
  await signIn(page, AGENT, '/cases?tab=ALL')
  await page
    .getByRole('option', { name: /手机上的/ })
    .first()
    .tap()
  await expect(page).toHaveURL(new RegExp(no))
  await expect(page.getByRole('listbox')).toBeHidden()
  for (const tab of ['订单', '经过', '沟通']) await page.getByRole('tab', { name: new RegExp(tab) }).tap()
  await page.getByRole('link', { name: '回到列表' }).tap()
  await expect(page.getByRole('listbox')).toBeVisible()
  await visit(page, `/cases/${no}`)
  await page.getByRole('button', { name: /^同意退款 ¥128\.00/ }).tap()
  await page.getByRole('button', { name: '确认退款 ¥128.00' }).tap()
  await expect(page.getByText('已同意退款 ¥128.00 给 沈**')).toBeVisible()
})

test('nothing is wider than the phone', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page, AGENT)
  for (const path of ['/cases', `/cases/${no}`, '/rules', '/cases?tab=CLOSED']) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
})
