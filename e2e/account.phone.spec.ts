import { hireColleague, openBrowser, turnOnTwoStep, typePassword } from './account'
import { expectClean } from './axe'
import { expect, visit } from './fixtures'
import { test } from './phone'

test('a second step on a phone: nothing is wider than the screen', async ({ page, browser }) => {
  test.slow()
  const { page: own, email } = await hireColleague(page, browser, '店铺管理员')
  await own.setViewportSize({ width: 390, height: 844 })
  await visit(own, '/account')
  await turnOnTwoStep(own)
  await expectClean(own)
  await own.getByRole('button', { name: '我已保存' }).click()
  await expect(own.getByText('恢复码还剩 10 个，共 10 个')).toBeVisible()
  expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await expectClean(own)
  const other = await openBrowser(browser, { width: 390 })
  await typePassword(other, email)
  await expect(other.getByRole('textbox', { name: '验证码' })).toBeFocused()
  expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await expectClean(other)
})
