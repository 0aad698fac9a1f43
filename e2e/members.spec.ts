import type { Browser, Locator, Page } from '@playwright/test'
import { expectClean, wear } from './axe'
import { AGENT, expect, MANAGER, ready, signIn, test, visit } from './fixtures'

let people = 0
const newAddress = () => `e2e-${Date.now()}-${++people}@nanzhi.example`
const PASSWORD = '订书机 电池 马 正好'

/** Invites somebody on the page that is open, and reads the link on the only occasion that there is. */
async function invite(page: Page, email: string, role = '客服'): Promise<string> {
  await page.getByRole('button', { name: '邀请成员' }).click()
  const form = page.getByRole('dialog', { name: '邀请成员' })
  await form.getByRole('textbox', { name: '邮箱' }).fill(email)
  await form.getByRole('radio', { name: role, exact: true }).check()
  await form.getByRole('button', { name: '生成邀请链接' }).click()
  return readLink(page, email)
}

async function readLink(page: Page, email: string): Promise<string> {
  const shown = page.getByRole('dialog', { name: '邀请链接' })
  await expect(shown).toContainText(`给 ${email}`)
  const link = await shown.getByRole('textbox', { name: '链接' }).inputValue()
  await shown.getByRole('button', { name: '好了' }).click()
  await expect(shown).toBeHidden()
  return link
}

/** Somebody else's browser. */
async function openElsewhere(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await page.goto(link)
  await page.waitForLoadState('networkidle')
  return page
}

async function joinAsNew(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: '姓名' }).fill(name)
  await page.getByRole('textbox', { name: '设置密码' }).fill(PASSWORD)
  await page.getByRole('button', { name: '创建账号并加入' }).click()
  await page.waitForURL(/\/cases/)
  await ready(page)
}

const rowOf = (page: Page, text: string): Locator => page.getByRole('row').filter({ hasText: text })

test('invited by a link, at work as an agent, put out: the next click finds nothing', async ({
  page,
  browser,
  api,
}) => {
  test.slow()
  const no = await api.openCase()
  const email = newAddress()
  const name = `小陈 ${people}`
  await signIn(page, MANAGER, '/settings/members')
  const link = await invite(page, email)
  await expect(page.getByRole('button', { name: '邀请成员' })).toBeFocused()
  await expect(rowOf(page, email)).toContainText('没有发邮件')

  const theirs = await openElsewhere(browser, link)
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('加入“南栀织物旗舰店”')
  await expect(theirs.getByText('周宁 邀请你以客服的身份加入')).toBeVisible()
  await expect(theirs.getByRole('textbox', { name: '邮箱' })).toHaveValue(email)
  await theirs.getByRole('textbox', { name: '姓名' }).fill(name)
  await theirs.getByRole('textbox', { name: '设置密码' }).fill('aaaaaaaaaaaa')
  await theirs.getByRole('button', { name: '创建账号并加入' }).click()
  await expect(theirs.getByText('这个密码太好猜')).toBeVisible()
  await expect(theirs.getByRole('textbox', { name: '姓名' })).toHaveValue(name)
  await joinAsNew(theirs, name)

  // the manager's page hears of it by itself
  const member = rowOf(page, email)
  await expect(member.getByRole('button', { name: `停用 ${name}` })).toBeVisible()
  await expect(page.getByRole('button', { name: `撤回给 ${email} 的邀请` })).toBeHidden()

  await visit(theirs, `/cases/${no}`)
  await expect(theirs.getByRole('article')).toBeVisible()
  await expect(theirs.getByRole('link', { name: '设置' })).toHaveCount(0)
  await theirs.goto('/settings/members')
  await expect(theirs).toHaveURL(/\/cases/)
  await visit(theirs, `/cases/${no}`)

  await member.getByRole('button', { name: `停用 ${name}` }).click()
  const asked = page.getByRole('alertdialog', { name: '停用成员' })
  await expect(asked).toContainText(`停用 ${name}（${email}）？`)
  await page.keyboard.press('Escape')
  await expect(member.getByRole('button', { name: `停用 ${name}` })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${name} 已停用`)).toBeVisible()

  // an open page is told at once, without a click
  await expect(theirs).toHaveURL(/\/sign-in/)
  await theirs.goto(`/cases/${no}`)
  await expect(theirs).toHaveURL(/\/sign-in/)
  await theirs.getByRole('textbox', { name: '邮箱' }).fill(email)
  await theirs.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
  await theirs.keyboard.press('Enter')
  await expect(theirs.getByText('密码对，但你已不在任何店铺')).toBeVisible()

  await page
    .getByText(/已停用的成员/)
    .first()
    .click()
  await page.getByRole('button', { name: `恢复 ${name}` }).click()
  await expect(page.getByText(`${name} 已恢复`)).toBeVisible()
  await theirs.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
  await theirs.keyboard.press('Enter')
  await expect(theirs).toHaveURL(/\/cases/)

  await visit(page, '/settings/history?area=members')
  const changes = page.getByRole('table', { name: '变更记录' })
  for (const said of [
    `邀请 ${email} 做客服`,
    '接受邀请，成为客服',
    `停用 ${name}（${email}，客服）`,
    `恢复 ${name}（${email}，客服）`,
  ])
    await expect(changes.getByRole('row').filter({ hasText: said }).first()).toBeVisible()
  await theirs.context().close()
})

test('with an account, signed in and not: one membership, and the role that was offered', async ({ page, browser }) => {
  test.slow()
  await signIn(page, MANAGER, '/settings/members')
  const email = newAddress()
  const theirs = await openElsewhere(browser, await invite(page, email))
  await joinAsNew(theirs, `小何 ${people}`)
  // out of the shop, he is nobody's, and has an account still
  await rowOf(page, email).getByRole('button', { name: /^停用/ }).click()
  await page.getByRole('button', { name: '停用成员' }).click()
  await expect(theirs).toHaveURL(/\/sign-in/)

  // 周宁 is a manager of this shop, too
  await page.getByRole('button', { name: /换一家店铺/ }).click()
  await page.getByRole('menuitemradio', { name: /小圆/ }).click()
  await expect(page.getByRole('button', { name: /^小圆.*换一家店铺/ })).toBeVisible()
  await visit(page, '/settings/members')
  const link = await invite(page, email, '店铺管理员')
  await theirs.goto(link)
  await theirs.waitForLoadState('networkidle')
  await theirs.getByRole('textbox', { name: '密码' }).fill('not this one')
  await theirs.getByRole('button', { name: '登录并加入' }).click()
  await expect(theirs.getByText('密码不对')).toBeVisible()
  await theirs.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
  await theirs.getByRole('button', { name: '登录并加入' }).click()
  await theirs.waitForURL(/\/cases/)
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(/你已加入/)
  await theirs.getByRole('link', { name: '进入售后台' }).click()
  await visit(theirs, '/settings/members')
  await expect(theirs.getByRole('heading', { level: 1, name: '成员' })).toBeVisible()

  // a demotion counts with the next click: the page that he looks at is not his any more
  await rowOf(page, email)
    .getByRole('button', { name: /改为客服/ })
    .click()
  await page.getByRole('alertdialog').getByRole('button', { name: '改为客服' }).click()
  await expect(theirs).toHaveURL(/\/cases/)
  await theirs.context().close()
})

test('a link that is not right, withdrawn, replaced, or another’s says so', async ({ page, browser }) => {
  await signIn(page, MANAGER, '/settings/members')
  const email = newAddress()
  const first = await invite(page, email)
  await page.getByRole('button', { name: `给 ${email} 换新链接` }).click()
  const second = await readLink(page, email)
  expect(second).not.toBe(first)

  const theirs = await openElsewhere(browser, first)
  const heading = theirs.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('邀请已失效')
  await theirs.goto(`${second.slice(0, -3)}xxx`)
  await expect(heading).toHaveText('这个邀请链接不对')
  const response = await theirs.goto(second)
  expect(await response?.headerValue('referrer-policy')).toBe('no-referrer')
  await expect(heading).toHaveText(/^加入/)

  // signed in as somebody else
  await signIn(theirs, AGENT)
  await theirs.goto(second)
  await expect(heading).toHaveText('邀请是给别人的')
  await expect(theirs.getByText(AGENT)).toBeVisible()
  await theirs.getByRole('button', { name: '退出登录，再加入' }).click()
  await expect(heading).toHaveText(/^加入/)

  await page.getByRole('button', { name: `撤回给 ${email} 的邀请` }).click()
  await page.getByRole('button', { name: '撤回邀请' }).click()
  await expect(page.getByText(`给 ${email} 的邀请已撤回`)).toBeVisible()
  await expect(rowOf(page, email)).toHaveCount(0)
  await theirs.getByRole('textbox', { name: '姓名' }).fill('来晚了')
  await theirs.getByRole('textbox', { name: '设置密码' }).fill(PASSWORD)
  await theirs.getByRole('button', { name: '创建账号并加入' }).click()
  await expect(heading).toHaveText('邀请已失效')
  await theirs.context().close()
})

test('who is a member already is told so; an agent sees neither page', async ({ page, browser }) => {
  await signIn(page, MANAGER, '/settings/members')
  await page.getByRole('button', { name: '邀请成员' }).click()
  const form = page.getByRole('dialog', { name: '邀请成员' })
  await page.keyboard.type(AGENT.toUpperCase())
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toHaveText('林晓 已经是这家店的成员')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '邀请成员' })).toBeFocused()

  const theirs = await (await browser.newContext()).newPage()
  await signIn(theirs, AGENT)
  for (const path of ['/settings/members', '/settings/history']) {
    await theirs.goto(path)
    await expect(theirs).toHaveURL(/\/cases/)
  }
  await theirs.context().close()
})

test('axe finds nothing about members and history', async ({ page, browser }) => {
  test.slow()
  await wear(page)
  await signIn(page, MANAGER, '/settings/members')
  await expectClean(page)
  await page.getByRole('button', { name: /^(邀请成员|Invite a member)$/ }).click()
  await expectClean(page)
  await page.keyboard.type(newAddress())
  await page.keyboard.press('Enter')
  const link = page.getByRole('textbox', { name: /^(链接|Link)$/ })
  await expect(link).toBeVisible()
  const address = await link.inputValue()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^(撤回给|Withdraw the)/ })
    .first()
    .click()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^(停用 |Deactivate )/ })
    .first()
    .click()
  await expectClean(page)
  await visit(page, '/settings/history')
  await expectClean(page)
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' })
  const theirs = await context.newPage()
  for (const path of [address, '/invite/nothing']) {
    await theirs.goto(path)
    await expectClean(theirs)
  }
  await context.close()
})
