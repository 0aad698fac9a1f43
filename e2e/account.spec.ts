import { codeOf, hireColleague, openBrowser, PASSWORD, turnOnTwoStep, typePassword } from './account'
import { expectClean, wear } from './axe'
import { expect, MANAGER, SUPPORT, signIn, test, visit } from './fixtures'

const NEXT = '另一句 只有我知道 的话'

test('a changed password ends the session in another browser, and the old one opens nothing', async ({
  page,
  browser,
}) => {
  test.slow()
  const { page: own, email } = await hireColleague(page, browser, '客服')
  const other = await openBrowser(browser)
  await typePassword(other, email)
  await other.waitForURL(/\/cases/)

  await own.getByRole('button', { name: /我的菜单$/ }).click()
  await own.getByRole('menuitem', { name: '账号与登录' }).click()
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('账号与登录')
  // an agent is not offered a second step
  await expect(own.getByRole('heading', { name: '两步验证' })).toHaveCount(0)
  await own.getByRole('button', { name: '修改密码' }).click()
  const sheet = own.getByRole('dialog', { name: '修改密码' })
  await expect(sheet.getByLabel('现在的密码')).toBeFocused()
  await own.keyboard.type('错的密码')
  await sheet.getByLabel('新密码').fill(NEXT)
  await own.keyboard.press('Enter')
  await expect(sheet.getByText('密码不对')).toBeVisible()
  await expect(sheet.getByLabel('现在的密码')).toBeFocused()
  await sheet.getByLabel('现在的密码').fill(PASSWORD)
  await sheet.getByLabel('新密码').fill('password123')
  await own.keyboard.press('Enter')
  await expect(sheet.getByText('这个密码太多人用')).toBeVisible()
  await sheet.getByLabel('新密码').fill(NEXT)
  await own.keyboard.press('Enter')
  await expect(own.getByText('密码已修改，别处的登录已失效')).toBeVisible()
  await expect(sheet).toBeHidden()

  await own.reload()
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('账号与登录')
  await other.goto('/cases')
  await expect(other).toHaveURL(/\/sign-in/)
  await typePassword(other, email)
  await expect(other.getByText('邮箱或密码不对')).toBeVisible()
  await typePassword(other, email, NEXT)
  await other.waitForURL(/\/cases/)

  // and everything else at once, by the password
  await own.getByRole('button', { name: '在别处全部退出' }).click()
  await own.getByRole('dialog').getByLabel('你的密码').fill(NEXT)
  await own.keyboard.press('Enter')
  await expect(own.getByText('别处的登录都已失效')).toBeVisible()
  await other.goto('/cases')
  await expect(other).toHaveURL(/\/sign-in/)
})

test('a second step: set up, signed in with a code, with a recovery code, and turned off', async ({
  page,
  browser,
}) => {
  test.slow()
  const { page: own, email } = await hireColleague(page, browser, '店铺管理员')
  await visit(own, '/account')
  await expect(own.getByText('没有开启')).toBeVisible()
  const { seed, recoveryCodes } = await turnOnTwoStep(own)
  expect(recoveryCodes).toHaveLength(10)
  // neither Esc takes them away
  await own.keyboard.press('Escape')
  await own.getByRole('button', { name: '我已保存' }).click()
  await expect(own.getByText('恢复码还剩 10 个，共 10 个')).toBeVisible()

  const other = await openBrowser(browser)
  await typePassword(other, email)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('两步验证')
  await expect(other.getByRole('textbox', { name: '验证码' })).toBeFocused()
  // nobody is signed in yet, and a new look at the page still asks for the code
  await other.goto('/cases')
  await expect(other.getByRole('textbox', { name: '验证码' })).toBeFocused()
  await other.keyboard.type('000000')
  await other.keyboard.press('Enter')
  await expect(other.getByText('验证码不对')).toBeVisible()
  // the one that set it up is used up; the next is near enough
  await other.getByRole('textbox', { name: '验证码' }).fill(codeOf(seed, 1))
  await other.keyboard.press('Enter')
  await other.waitForURL(/\/cases/)

  const third = await openBrowser(browser)
  await typePassword(third, email)
  await third.getByRole('textbox', { name: '验证码' }).fill(codeOf(seed, 1))
  await third.keyboard.press('Enter')
  await expect(third.getByText('这个验证码已经用过')).toBeVisible()
  await third.getByRole('textbox', { name: '验证码' }).fill((recoveryCodes[0] ?? '').toUpperCase())
  await third.keyboard.press('Enter')
  await third.waitForURL(/\/cases/)
  await visit(third, '/account')
  await expect(third.getByText('恢复码还剩 9 个，共 10 个')).toBeVisible()

  await third.getByRole('button', { name: '关闭', exact: true }).click()
  const sheet = third.getByRole('dialog', { name: '关闭两步验证' })
  await sheet.getByLabel('你的密码').fill(PASSWORD)
  await sheet.getByRole('textbox', { name: '验证码或恢复码' }).fill(recoveryCodes[1] ?? '')
  await third.keyboard.press('Enter')
  await expect(third.getByText('两步验证已关闭')).toBeVisible()
  await expect(third.getByText('没有开启')).toBeVisible()
  const fourth = await openBrowser(browser)
  await typePassword(fourth, email)
  await fourth.waitForURL(/\/cases/)
})

test('support finds the same page in its room, and the palette leads there', async ({ page }) => {
  await signIn(page, SUPPORT, '/disputes')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('两步')
  await expect(page.getByRole('option', { name: '账号与登录' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/account$/)
  await expect(page.getByRole('heading', { name: '两步验证' })).toBeVisible()
})

test('axe finds nothing on the account’s page', async ({ page }) => {
  test.slow()
  await wear(page)
  await signIn(page, MANAGER)
  await visit(page, '/account')
  await expectClean(page)
  for (const name of [/修改密码|Change password/, /两步验证|second step/, /全部退出|everywhere else/]) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectClean(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})
