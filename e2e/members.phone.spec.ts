import { expect, MANAGER, signIn } from './fixtures'
import { test } from './phone'

test('on a phone: a member invited, let in, and nothing wider than the screen', async ({ page, browser }) => {
  const email = `phone-${Date.now()}@nanzhi.example`
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await signIn(page, MANAGER, '/settings/members')
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: '邀请成员' }).tap()
  const form = page.getByRole('dialog', { name: '邀请成员' })
  await form.getByRole('textbox', { name: '邮箱' }).fill(email)
  await form.getByRole('button', { name: '生成邀请链接' }).tap()
  const link = await page.getByRole('textbox', { name: '链接' }).inputValue()
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: '好了' }).tap()

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const theirs = await context.newPage()
  await theirs.goto(link)
  await theirs.waitForLoadState('networkidle')
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await theirs.getByRole('textbox', { name: '姓名' }).fill('手机上来的')
  await theirs.getByRole('textbox', { name: '设置密码' }).fill('订书机 电池 马 正好')
  await theirs.getByRole('button', { name: '创建账号并加入' }).tap()
  await theirs.waitForURL(/\/cases/)
  await context.close()

  await page.getByRole('button', { name: '停用 手机上来的' }).tap()
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: '停用成员' }).tap()
  await expect(page.getByText('手机上来的 已停用')).toBeVisible()
  await page.goto('/settings/history')
  await expect(page.getByText(`停用 手机上来的（${email}，客服）`)).toBeVisible()
  expect(await width()).toBeLessThanOrEqual(390)
})
