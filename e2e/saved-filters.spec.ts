import { randomUUID } from 'node:crypto'
import { expectClean, wear } from './axe'
import { AGENT, expect, MANAGER, type Page, ready, signIn, test, visit } from './fixtures'

const nameOf = (what: string) => `${what} ${randomUUID().slice(0, 6)}`
const sideBar = (page: Page) => page.getByRole('list', { name: '已存视图' })
const entry = (page: Page, name: string) => sideBar(page).getByRole('link', { name })
const rows = (page: Page) => page.getByRole('listbox', { name: '售后单' }).getByRole('option')

async function openPanel(page: Page) {
  await page.getByRole('button', { name: '已存视图' }).click()
  return page.getByRole('dialog', { name: '已存视图' })
}

test('a filter is kept, counted as cases come, changed, renamed, ordered, removed and taken back', async ({
  page,
  api,
}) => {
  test.slow()
  const title = nameOf('毯')
  const [name, other, renamed] = [nameOf('大额'), nameOf('其他'), nameOf('改过')]
  // an amount that nothing else has
  const fen = 4_000_000 + Math.floor(Math.random() * 900_000)
  const yuan = String(fen / 100)
  await api.openCase({ title, amountFen: fen })
  await signIn(page, AGENT, `/cases?min=${yuan}&max=${yuan}`)
  await expect(rows(page)).toHaveCount(1)

  const panel = await openPanel(page)
  await panel.getByRole('button', { name: '保存' }).click()
  await expect(panel.getByText('写一个名字')).toBeVisible()
  await panel.getByLabel('把现在的筛选存为').fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`已存为“${name}”`)).toBeVisible()
  await expect(entry(page, name)).toHaveAttribute('aria-current', 'true')
  await expect(entry(page, name)).toHaveText(`${name}1`)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '已存视图' })).toBeFocused()

  // the count is live, also where another list is shown
  await page
    .getByRole('navigation', { name: '按状态' })
    .getByRole('link', { name: /等买家/ })
    .click()
  await expect(entry(page, name)).not.toHaveAttribute('aria-current')
  await api.openCase({ title, amountFen: fen })
  await expect(entry(page, name)).toHaveText(`${name}2`)

  // what has been changed since can be kept under the same name
  await entry(page, name).click()
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: /排序/ }).click()
  await page.getByRole('menuitemradio', { name: '最近申请' }).click()
  await expect(page).toHaveURL(/sort=NEWEST/)
  await expect(entry(page, name)).not.toHaveAttribute('aria-current')
  await (await openPanel(page)).getByRole('button', { name: `更新“${name}”` }).click()
  await expect(entry(page, name)).toHaveAttribute('aria-current', 'true')

  // a second one; names are taken once
  await page.keyboard.press('Escape')
  await visit(page, '/cases?tab=BUYER&type=RETURN_REFUND')
  await openPanel(page)
  await panel.getByLabel('把现在的筛选存为').fill(name)
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('alert')).toHaveText(`已有同名的视图：${name}`)
  await panel.getByLabel('把现在的筛选存为').fill(other)
  await page.keyboard.press('Enter')
  await expect(entry(page, other)).toHaveAttribute('aria-current', 'true')

  // put in order by keyboard: what is pressed keeps the focus
  await panel.getByRole('button', { name: '整理' }).click()
  await panel.getByRole('button', { name: `“${other}”上移` }).focus()
  await page.keyboard.press('Enter')
  await expect(sideBar(page).getByRole('link').nth(-2)).toHaveText(new RegExp(other))
  await expect(panel.getByRole('button', { name: `“${other}”上移` })).toBeFocused()
  await panel.getByRole('button', { name: `给“${name}”改名` }).click()
  await expect(panel.getByLabel(`“${name}”的新名字`)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel).toBeVisible()
  await panel.getByRole('button', { name: `给“${name}”改名` }).click()
  await panel.getByLabel(`“${name}”的新名字`).fill(renamed)
  await page.keyboard.press('Enter')
  await expect(entry(page, renamed)).toBeVisible()
  await expect(panel.getByRole('button', { name: `给“${renamed}”改名` })).toBeFocused()

  await panel.getByRole('button', { name: `删除“${other}”` }).click()
  await expect(entry(page, other)).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(entry(page, other)).toHaveAttribute('aria-current', 'true')
  await expect(sideBar(page).getByRole('link').nth(-2)).toHaveText(new RegExp(other))

  await page.reload()
  await ready(page)
  await expect(entry(page, renamed)).toHaveText(`${renamed}2`)
})

test('nobody sees another’s; everybody has what is his and what is nobody’s', async ({ page, browser }) => {
  test.slow()
  const name = nameOf('我的')
  await signIn(page, AGENT, '/cases?type=REFUND_ONLY')
  await openPanel(page)
  await page.getByLabel('把现在的筛选存为').fill(name)
  await page.keyboard.press('Enter')
  await expect(entry(page, name)).toBeVisible()
  const theirs = await (await browser.newContext()).newPage()
  await signIn(theirs, MANAGER)
  await expect(entry(theirs, '我负责的')).toBeVisible()
  await expect(entry(theirs, name)).toHaveCount(0)
  await entry(theirs, '未指派').click()
  await expect(theirs).toHaveURL(/assignee=NONE/)
  await expect(entry(theirs, '未指派')).toHaveAttribute('aria-current', 'true')
  await theirs.context().close()
})

test('is ordered by amount, by keyboard too, and the list says so', async ({ page, api }) => {
  await api.openCase({ title: '最贵之物', amountFen: 99_999_900 })
  await signIn(page)
  await expect(page.getByText('最先到期在前')).toBeVisible()
  await page.getByRole('button', { name: '排序：最先到期在前' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: '最先到期' })).toBeChecked()
  for (const name of ['最先到期', '金额最大']) {
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitemradio', { name })).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sort=AMOUNT/)
  await expect(page.getByRole('button', { name: '排序：金额最大在前' })).toBeFocused()
  await expect(page.getByText('金额最大在前')).toBeVisible()
  await expect(rows(page).first()).toContainText('最贵之物')
  await page.reload()
  await ready(page)
  await expect(rows(page).first()).toContainText('最贵之物')
  // what is over has one order only
  await page
    .getByRole('navigation', { name: '按状态' })
    .getByRole('link', { name: /已结束/ })
    .click()
  await expect(page.getByText('最近结束在前')).toBeVisible()
  await expect(page.getByRole('button', { name: /排序/ })).toHaveCount(0)
})

test('the forecast as a table says what its hours’ lists show', async ({ page }) => {
  await signIn(page, AGENT, '/cases?type=RETURN_REFUND&sort=AMOUNT')
  await page.getByRole('button', { name: '表' }).click()
  const table = page.getByRole('table', { name: '48 小时预测' })
  const hour = table
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .first()
  await expect(hour).toBeVisible()
  const [refunds, , returns] = await hour.getByRole('cell').allTextContents()
  await hour.getByRole('link').press('Enter')
  await expect(page).toHaveURL(/hour=\d+/)
  await expect(page).not.toHaveURL(/type=/)
  await expect(hour.getByRole('link')).toHaveAttribute('aria-current', 'true')
  await expect(rows(page)).toHaveCount(Number(refunds) + Number(returns))
  await hour.getByRole('link').click()
  await expect(page).not.toHaveURL(/hour=/)
})

test('is accessible', async ({ page }) => {
  test.slow()
  await wear(page)
  await signIn(page, AGENT, '/cases?assignee=NONE')
  const words = ['表', '已存视图', /排序/]
  const [table, saved, sort] = words.map((name) => page.getByRole('button', { name, exact: true }))
  await table?.click()
  await expect(page.getByRole('table')).toBeVisible()
  await expectClean(page)
  await saved?.click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await sort?.click()
  await expect(page.getByRole('menu')).toBeVisible()
})
