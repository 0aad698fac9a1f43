import { type Browser, expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { MANAGER, ready, signIn } from './fixtures'

/** Somebody with an account of his own, so that no other journey's password or second step changes. */
export type Colleague = { page: Page; email: string }

export const PASSWORD = '订书机 电池 马 正好'
let people = 0

/** Invited by the manager on `page`, and joined in a browser of his own. */
export async function hireColleague(page: Page, browser: Browser, role: '客服' | '店铺管理员'): Promise<Colleague> {
  const email = `account-${Date.now()}-${++people}@nanzhi.example`
  await signIn(page, MANAGER, '/settings/members')
  await page.getByRole('button', { name: '邀请成员' }).click()
  const form = page.getByRole('dialog', { name: '邀请成员' })
  await form.getByRole('textbox', { name: '邮箱' }).fill(email)
  await form.getByRole('radio', { name: role, exact: true }).check()
  await form.getByRole('button', { name: '生成邀请链接' }).click()
  const shown = page.getByRole('dialog', { name: '邀请链接' })
  const link = await shown.getByRole('textbox', { name: '链接' }).inputValue()
  await shown.getByRole('button', { name: '好了' }).click()
  const theirs = await openBrowser(browser)
  await theirs.goto(link)
  await theirs.waitForLoadState('networkidle')
  await theirs.getByRole('textbox', { name: '姓名' }).fill(`小周 ${people}`)
  await theirs.getByRole('textbox', { name: '设置密码' }).fill(PASSWORD)
  await theirs.getByRole('button', { name: '创建账号并加入' }).click()
  await theirs.waitForURL(/\/cases/)
  await ready(theirs)
  return { page: theirs, email }
}

/** One more browser, which knows nobody. */
export async function openBrowser(browser: Browser, options: { width?: number } = {}): Promise<Page> {
  const viewport = { width: options.width ?? 1440, height: 900 }
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport })
  return context.newPage()
}

/** What an authenticator with this seed shows; `ahead`: at a step later than now, which is near enough to be taken. */
export function codeOf(seed: string, ahead = 0): string {
  const secret = Secret.fromBase32(seed.replaceAll(' ', ''))
  return new TOTP({ secret }).generate({ timestamp: Date.now() + ahead * 30_000 })
}

export async function typePassword(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: '邮箱' }).fill(email)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
}

/** Turns the second step on, from the account's page; the seed, and the codes to put away. */
export async function turnOnTwoStep(page: Page): Promise<{ seed: string; recoveryCodes: string[] }> {
  await page.getByRole('button', { name: '开启两步验证' }).click()
  const sheet = page.getByRole('dialog', { name: '开启两步验证' })
  await sheet.getByLabel('你的密码').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('img', { name: '给验证器扫的二维码' })).toBeVisible()
  const seed = await sheet.getByRole('textbox', { name: '扫不了？' }).inputValue()
  await sheet.getByRole('textbox', { name: '验证码' }).fill(codeOf(seed))
  await page.keyboard.press('Enter')
  const codes = page.getByRole('dialog', { name: '恢复码' })
  const text = await codes.getByRole('textbox', { name: '恢复码，每个只能用一次' }).inputValue()
  return { seed, recoveryCodes: text.split('\n') }
}
