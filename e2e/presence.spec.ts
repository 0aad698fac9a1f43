import type { Browser, Page } from '@playwright/test'
import { expectClean, wear } from './axe'
import { AGENT, expect, MANAGER, signIn, test, visit } from './fixtures'

// Two people at one desk: who is where, and who was faster. The agent's screen is looked at; 周宁 is the manager.

/** The manager's own browser, at this address. */
async function openAsManager(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await signIn(page, MANAGER, path)
  return page
}

const paneOf = (page: Page, no: string) => page.getByRole('article', { name: `售后单 ${no}` })
const rowOf = (page: Page, no: string) => page.locator(`[data-row="${no}"]`)

test('sees who else has the case open, in its head and on its row, until he leaves', async ({ page, browser, api }) => {
  const [no, other] = [await api.openCase(), await api.openCase({ title: '另一条羊毛毯' })]
  await signIn(page, AGENT, `/cases/${no}`)
  const sentence = paneOf(page, no).getByRole('heading').first()
  const before = await sentence.boundingBox()
  const theirs = await openAsManager(browser, `/cases/${no}`)
  const here = paneOf(page, no).getByRole('status').filter({ hasText: '周宁也在看' })
  await expect(here).toBeVisible()
  await expect(rowOf(page, no).getByText('周宁', { exact: true })).toBeVisible()
  // nothing has moved for it
  expect(await sentence.boundingBox()).toEqual(before)
  // nobody is told of himself
  await expect(paneOf(theirs, no).getByText('林晓也在看')).toBeVisible()
  await expect(paneOf(theirs, no).getByText('周宁也在看')).toHaveCount(0)

  await rowOf(theirs, other).click()
  await expect(here).toBeHidden()
  await expect(page.getByRole('option', { name: /另一条羊毛毯.*周宁也在看/ })).toBeVisible()
  // a second tab of his on the same case is not a second person, and he stays while one is open
  const again = await theirs.context().newPage()
  await visit(again, `/cases/${other}`)
  await theirs.close()
  await visit(page, `/cases/${other}`)
  await expect(paneOf(page, other).getByText('周宁也在看')).toBeVisible()
  await again.close()
  await expect(paneOf(page, other).getByText('周宁也在看')).toBeHidden()
})

test('a colleague decides while a rejection is written: told who, what and when; what is written stays', async ({
  page,
  browser,
  api,
}) => {
  const [no, next] = [await api.openCase(), await api.openCase()]
  await signIn(page, AGENT, `/cases/${no}`)
  await page.keyboard.press('c')
  await page.getByLabel('写给买家').fill('您好，方便拍一下开线的位置吗？')
  await page.keyboard.press('Enter')
  await api.call('POST', `after-sales/${no}/messages/read`, {})
  await expect(page.getByRole('button', { name: /^拒绝/ })).toBeEnabled()
  await page.getByRole('button', { name: /^拒绝/ }).click()
  const sheet = page.getByRole('dialog', { name: /拒绝仅退款/ })
  await sheet.getByRole('textbox').last().fill('对比了同批次的照片，没有发现开线。')

  const theirs = await openAsManager(browser, `/cases/${no}`)
  await theirs.keyboard.press('a')
  await theirs.keyboard.press('Enter')
  await expect(theirs.getByText('已同意退款 ¥128.00 给 沈**')).toBeVisible()

  await expect(sheet).toBeHidden()
  const told = paneOf(page, no).getByRole('alert')
  await expect(told).toContainText(/\d\d:\d\d:\d\d 周宁 同意退款/)
  await expect(told).toContainText('写好的还留着：“对比了同批次的照片，没有发现开线。”')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await told.getByRole('button', { name: '复制写好的内容' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('对比了同批次的照片，没有发现开线。')
  await told.getByRole('button', { name: '去下一单' }).click()
  await expect(page).not.toHaveURL(new RegExp(no))
  await expect(page.getByRole('article')).toBeVisible()
  // the keys go on with it
  await visit(page, `/cases/${next}`)
  await page.keyboard.press('a')
  await expect(page.getByRole('alertdialog')).toBeVisible()
})

test('axe finds nothing with two at one case', async ({ page, browser, api }) => {
  const no = await api.openCase()
  await wear(page)
  await signIn(page, AGENT, `/cases/${no}`)
  await openAsManager(browser, `/cases/${no}`)
  await expect(page.getByRole('article').getByText('周宁也在看')).toBeVisible()
  await expect(rowOf(page, no).getByText('周宁', { exact: true })).toBeVisible()
  await expectClean(page)
})
