import { expectClean, wear } from './axe'
import { openHeard } from './disputes'
import { AGENT, expect, MANAGER, type Page, ready, SUPPORT, signIn, test, visit } from './fixtures'

const palette = (page: Page) => page.getByRole('dialog', { name: /^(命令面板|Command palette)$/ })
const field = (page: Page) => palette(page).getByRole('combobox')
const options = (page: Page) => palette(page).getByRole('option')

async function open(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
}

/** The option that Enter takes. */
const active = (page: Page) => palette(page).locator('[role=option][aria-selected=true]')

test('finds cases while one types, does what the bar does, and goes where one may go, by keys alone', async ({
  page,
  api,
}) => {
  const first = await api.openCase({ title: '面板里找的毯子' })
  const second = await api.openCase({ title: '面板里找的枕头', type: 'RETURN_REFUND' })
  await signIn(page, AGENT)
  await open(page)
  await page.keyboard.type(first.toLowerCase())
  await expect(options(page).first()).toContainText('面板里找的毯子')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(first))
  await ready(page)
  const pane = page.getByRole('article', { name: `售后单 ${first}` })
  await expect(pane).toBeFocused()

  // what the bar offers, and what it does not yet with the reason
  await open(page)
  await page.keyboard.type('拒绝')
  await expect(options(page).filter({ hasText: '拒绝' }).first()).toContainText('需先联系买家 · R1.3')
  await field(page).fill('approve')
  await expect(options(page).filter({ hasText: '同意退款 ¥128.00' })).toHaveCount(1)
  await expect(active(page)).toContainText('同意退款 ¥128.00')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  const confirmation = page.getByRole('alertdialog', { name: '确认退款' })
  await expect(confirmation).toContainText('¥128.00')
  await expect(confirmation.getByRole('button', { name: /^确认退款/ })).toBeFocused()
  await page.keyboard.press('Escape')

  // the other, then back to the one that was open last
  await open(page)
  await page.keyboard.type(second)
  await expect(options(page).first()).toContainText('面板里找的枕头')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(second))
  await expect(page.getByRole('article', { name: `售后单 ${second}` })).toBeFocused()
  await open(page)
  await expect(active(page)).toContainText('面板里找的毯子')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(first))

  await open(page)
  await page.keyboard.type('已结束')
  await expect(options(page).filter({ hasText: '看“已结束”' })).toBeVisible()
  await options(page).filter({ hasText: '看“已结束”' }).click()
  await expect(page).toHaveURL(/tab=CLOSED/)
  // a page of the settings is the manager's
  await open(page)
  await page.keyboard.type('members')
  await expect(palette(page).getByText('没有找到')).toBeVisible()
  await expect(options(page)).toHaveText(['在售后里搜索“members”'])
  await field(page).fill('规则')
  await expect(options(page).filter({ hasText: /^规则/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/rules$/)
})

test('belongs to who writes: the input method keeps its keys, a text its words, and the focus comes back', async ({
  page,
  api,
}) => {
  const no = await api.openCase()
  await signIn(page, AGENT, `/cases/${no}`)
  await page.keyboard.press('c')
  const composer = page.getByLabel('写给买家')
  await expect(composer).toBeFocused()
  await page.keyboard.type('您好')
  // composing: the chord and the letters are the input method's
  const typing = await page.context().newCDPSession(page)
  await typing.send('Input.imeSetComposition', { text: 'ni hao', selectionStart: 6, selectionEnd: 6 })
  for (const key of ['k', 'a', 'r']) {
    await composer.dispatchEvent('keydown', { key, code: `Key${key.toUpperCase()}`, isComposing: true, keyCode: 229 })
    await composer.dispatchEvent('keydown', { key, ctrlKey: true, isComposing: true, bubbles: true })
  }
  await expect(palette(page)).toBeHidden()
  await typing.send('Input.insertText', { text: '，在的' })
  await expect(composer).toHaveValue('您好，在的')

  await open(page)
  await typing.send('Input.imeSetComposition', { text: 'tong yi', selectionStart: 7, selectionEnd: 7 })
  for (const key of ['ArrowDown', 'Enter', 'Escape'])
    await field(page).dispatchEvent('keydown', { key, code: key, isComposing: true, keyCode: 229, bubbles: true })
  await expect(palette(page)).toBeVisible()
  await typing.send('Input.insertText', { text: '同意' })
  await expect(options(page).filter({ hasText: '同意退款 ¥128.00' })).toBeVisible()
  // Tab finds nothing else to go to
  await page.keyboard.press('Tab')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue('您好，在的')

  // the same keys close what they opened
  await open(page)
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeHidden()
  await expect(composer).toBeFocused()
  // what is open over the screen is finished first
  await composer.blur()
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog', { name: /拒绝仅退款/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeHidden()
})

test('a manager finds the settings and the export, changes the language, and is understood in both', async ({
  page,
}) => {
  await signIn(page, MANAGER)
  await open(page)
  await page.keyboard.type('webhook')
  await expect(options(page)).toHaveText([/Webhook 推送/, /在售后里搜索“webhook”/])
  await field(page).fill('导出')
  await expect(options(page).filter({ hasText: '导出现在的列表' })).toBeVisible()
  await field(page).fill('english')
  await options(page).filter({ hasText: '换成英文' }).click()
  await expect(page.getByRole('link', { name: /Needs me/ })).toBeVisible()
  await open(page)
  await page.keyboard.type('成员')
  await options(page).filter({ hasText: 'Members' }).click()
  await expect(page).toHaveURL(/\/settings\/members/)
  await visit(page, '/cases')
  await open(page)
  await page.keyboard.type('中文')
  await options(page).filter({ hasText: 'Switch to Chinese' }).click()
  await expect(page.getByRole('link', { name: /待我处理/ })).toBeVisible()
})

test('support finds a dispute by its number, and a part of its ruling', async ({ page, api }) => {
  const no = await openHeard(api, {})
  await signIn(page, SUPPORT, '/disputes')
  await page.getByRole('button', { name: /搜索纠纷单号/ }).click()
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(no)
  await expect(options(page).first()).toContainText(`南栀织物旗舰店${no}`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/disputes/${no}`))
  await ready(page)
  await open(page)
  await page.keyboard.type('责任')
  await expect(options(page).filter({ hasText: '责任：' })).toHaveCount(4)
  await options(page).filter({ hasText: '责任：双方' }).click()
  await expect(page.getByRole('radio', { name: '双方' })).toBeChecked()
  await open(page)
  await page.keyboard.type('售后')
  await expect(options(page).filter({ hasText: /^售后$/ })).toHaveCount(0)
})

test('from the queue: two keys to an approved case, three and the text to a rejected one', async ({ page, api }) => {
  const amounts = { approved: 23_456, rejected: 23_457 }
  const approved = await api.openCase({ amountFen: amounts.approved })
  const rejected = await api.openCase({ amountFen: amounts.rejected })
  await api.call(
    'POST',
    `after-sales/${rejected}/contacts`,
    { channel: 'PHONE', outcome: 'REACHED', note: '买家知道了' },
    await api.shopKey('nanzhi'),
  )
  await signIn(page, AGENT, '/cases?min=234.56&max=234.56')
  await page.keyboard.press('a')
  await expect(page.getByRole('alertdialog', { name: '确认退款' })).toContainText('¥234.56')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已同意退款 ¥234.56 给 沈**')).toBeVisible()
  await expect.poll(async () => (await api.call('GET', `after-sales/${approved}`)).status).toBe('REFUNDED')

  await visit(page, '/cases?min=234.57&max=234.57')
  await page.keyboard.press('r')
  await expect(page.getByRole('combobox', { name: '原因' })).toBeFocused()
  await page.keyboard.press('2')
  await expect(page.getByLabel('拒绝说明')).toBeFocused()
  await page.keyboard.type('照片里看不出质量问题，欢迎补充证据')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已拒绝 沈** 的申请：未发现质量问题')).toBeVisible()
  expect((await api.call('GET', `after-sales/${rejected}`)).status).toBe('REJECTED')
})

test('is clean, and so is the list of keys', async ({ page, api }) => {
  const no = await api.openCase()
  await wear(page)
  await signIn(page, AGENT, `/cases/${no}`)
  await open(page)
  await expectClean(page)
  await page.keyboard.type(no.slice(0, 4))
  await expect(options(page).first()).toContainText('AS')
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { name: /^(随处|Everywhere)$/ })).toBeVisible()
  await expectClean(page)
})
