import type { Page } from '@playwright/test'
import { expectClean, wear } from './axe'
import { AGENT, expect, MANAGER, signIn, test, visit } from './fixtures'
import { applyFor, ship, switchShop } from './instant-refund'

const PATH = '/settings/instant-refund'

test.beforeEach(({ api }) => switchShop(api, false))
test.afterEach(({ api }) => switchShop(api, false))

const toggle = (page: Page) => page.getByRole('switch', { name: '极速退款' })
const asked = (page: Page) => page.getByRole('alertdialog', { name: '确认开启' })

test('a manager looks at the replay, turns it on after being asked, and off again', async ({ page, api }) => {
  await applyFor(api)
  await signIn(page, MANAGER, PATH)
  await expect(page.getByRole('heading', { name: '如果过去 30 天一直开着' })).toBeVisible()
  await expect(page.getByText('≤ 6 小时')).toBeVisible()
  await expect(toggle(page)).not.toBeChecked()

  await toggle(page).press('Space')
  await expect(asked(page)).toContainText('已有的申请不受影响')
  await expect(asked(page).getByRole('button', { name: '确认开启' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(asked(page)).toBeHidden()
  await expect(toggle(page)).toBeFocused()
  await expect(toggle(page)).not.toBeChecked()

  await page.getByRole('button', { name: '开启极速退款' }).click()
  await asked(page).getByRole('button', { name: '确认开启' }).dblclick()
  await expect(toggle(page)).toBeChecked()
  await expect(page.getByText('极速退款已开启，从现在起的新申请生效')).toBeVisible()
  await expect(page.getByText('在你看这一页的时候')).toHaveCount(0)
  const since = page.getByRole('region', { name: '开启以来' })
  await expect(since).toContainText('周宁（管理员）')
  await expect(since).toContainText('0 单 ¥0.00')

  expect((await applyFor(api, { totalFen: 9_900 })).status).toBe('REFUNDING')
  await applyFor(api, { totalFen: 35_000 })
  await visit(page, PATH)
  await expect(since).toContainText('1 单 ¥99.00')
  await expect(since).toContainText('1 单，照常处理')

  await page.getByRole('button', { name: '关闭极速退款' }).click()
  await page.keyboard.press('Enter')
  await expect(toggle(page)).not.toBeChecked()
  await expect(page.getByRole('listitem').filter({ hasText: '周宁（管理员）关闭' }).first()).toBeVisible()
  expect((await applyFor(api)).status).toBe('PENDING_REVIEW')
})

test('the days are walked through by key, their numbers stand in a table, and a row leads to its case', async ({
  page,
  api,
}) => {
  const { no } = await applyFor(api)
  await signIn(page, MANAGER, PATH)
  const days = page.getByRole('slider', { name: /近 30 天每天本会自动退款的单数/ })
  await days.press('End')
  await expect(days).toHaveAttribute('aria-valuetext', /\d+ 单 · .*还没结束 [1-9]/)
  const today = await days.getAttribute('aria-valuetext')
  await days.press('ArrowLeft')
  await expect(days).not.toHaveAttribute('aria-valuetext', String(today))
  await page.getByText('看数字').click()
  await expect(page.getByRole('table', { name: /近 30 天每天/ }).getByRole('row')).not.toHaveCount(1)
  const all = page.getByRole('button', { name: '全部' })
  if (await all.isVisible()) await all.click()
  await page.getByRole('link', { name: no }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${no}$`))
})

test('an application that fits is refunded at once, and its case shows why', async ({ page, api }) => {
  await switchShop(api, true)
  const { no, status } = await applyFor(api)
  expect(status).toBe('REFUNDING')
  await signIn(page, AGENT, `/cases/${no}`)
  const judged = page.getByRole('region', { name: '极速退款的判断' })
  await expect(judged).toContainText('符合极速退款，当场退')
  await expect(judged.getByRole('listitem')).toHaveText([
    /付款 2 小时 14 分 ≤ 6 小时\s*符合$/,
    /¥128\.00 < ¥300\.00\s*符合$/,
    /未发货\s*符合$/,
  ])
  await expect(page.getByText(/符合极速退款：付款 2 小时 14 分/)).toBeVisible()
})

test('one that does not fit waits as usual, and its case says which condition failed', async ({ page, api }) => {
  await switchShop(api, true)
  const { no, status } = await applyFor(api, { totalFen: 30_000 })
  expect(status).toBe('PENDING_REVIEW')
  await signIn(page, AGENT, `/cases/${no}`)
  const judged = page.getByRole('region', { name: '极速退款的判断' })
  await expect(judged).toContainText('不符合极速退款，照常处理')
  await expect(judged.getByRole('listitem').filter({ hasText: '不符合' })).toHaveText(/¥300\.00 ≥ ¥300\.00/)
})

test('goods that leave during the application show at once, and once more before the money goes', async ({
  page,
  api,
}) => {
  const { no, orderNo } = await applyFor(api)
  await signIn(page, AGENT, `/cases/${no}`)
  const shipped = page.getByText(/申请后订单已于 今天 .* 发货（顺丰速运 SF1448896620117）/)
  await expect(shipped).toHaveCount(0)
  await ship(api, orderNo)
  await expect(shipped).toBeVisible()
  await expect(page.getByText('钱退了，货还在路上')).toBeVisible()
  await expect(page.locator(`[data-row="${no}"]`)).toContainText('申请后已发货')
  await page.keyboard.press('a')
  await expect(page.getByRole('alertdialog', { name: '确认退款' })).toContainText('货在路上，同意后不用寄回')
})

test('a screen that somebody else overtook says so and changes nothing', async ({ page, api }) => {
  await signIn(page, MANAGER, PATH)
  await toggle(page).click()
  await expect(asked(page)).toBeVisible()
  await switchShop(api, true)
  await expect(page.getByRole('alert').filter({ hasText: '已经有人开启了' })).toBeVisible()
  await expect(asked(page)).toBeHidden()
  await expect(toggle(page)).toBeChecked()
  await expect(page.getByRole('listitem').filter({ hasText: '平台开启' }).first()).toBeVisible()
})

test('an agent is sent back', async ({ page }) => {
  await signIn(page, AGENT)
  await page.goto(PATH)
  await expect(page).toHaveURL(/\/cases/)
})

test('axe finds nothing', async ({ page, api }) => {
  // five screens, each looked over whole
  test.slow()
  await wear(page)
  const { no, orderNo } = await applyFor(api)
  await ship(api, orderNo)
  await signIn(page, MANAGER, PATH)
  await page.getByText(/^(看数字|Show the numbers)$/).click()
  await expectClean(page)
  await page.getByRole('switch').click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectClean(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('switch')).toBeChecked()
  await expectClean(page)
  await visit(page, `/cases/${no}`)
  await page.getByRole('button', { name: /^(同意退款|Approve) ¥128\.00/ }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectClean(page)
  const failing = await applyFor(api, { totalFen: 35_000 })
  await visit(page, `/cases/${failing.no}`)
  await expectClean(page)
})
