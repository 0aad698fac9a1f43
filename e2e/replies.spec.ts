import { randomUUID } from 'node:crypto'
import { expectClean, wear } from './axe'
import { AGENT, type Api, expect, MANAGER, type Page, signIn, test, visit } from './fixtures'

const PATH = '/settings/replies'
/** Nobody else's: the journeys share a shop. */
const titleOf = (what: string) => `${what} ${randomUUID().slice(0, 8)}`
const composerOf = (page: Page) => page.getByLabel('写给买家')

async function addReply(page: Page, kind: '快捷回复' | '拒绝模板', title: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `新增${kind}` }).click()
  const form = page.getByRole('dialog', { name: `新增${kind}` })
  await form.getByLabel('标题').fill(title)
  await form.getByLabel('内容').fill(text)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(`已新增${kind}：${title}`)).toBeVisible()
}

/** Puts the cursor into the message. */
async function compose(page: Page): Promise<void> {
  const composer = page.getByLabel(/^(写给买家|Write to the buyer)$/)
  await composer.click()
  await expect(composer).toBeFocused()
}

/** A case whose buyer has been talked to. */
async function openTalkedCase(api: Api): Promise<string> {
  const no = await api.openCase()
  const contact = { channel: 'PHONE', outcome: 'REACHED', note: '告知了检测结果' }
  await api.call('POST', `after-sales/${no}/contacts`, contact, await api.shopKey('nanzhi'))
  return no
}

test('a manager writes one with placeholders, is told which there are not, and sees how it reads', async ({ page }) => {
  const title = titleOf('补照片')
  await signIn(page, MANAGER, PATH)
  await page.getByRole('button', { name: '新增快捷回复' }).click()
  const form = page.getByRole('dialog', { name: '新增快捷回复' })
  await page.keyboard.type(title)
  await form.getByLabel('内容').fill('您好，{买加}的')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('没有 {买加} 这样的变量。可以用的有：{买家} {单号}', { exact: false })).toBeVisible()
  await form.getByLabel('内容').fill('您好，')
  await form.getByRole('button', { name: '插入 {买家}', exact: false }).click()
  await page.keyboard.type('，退 ')
  await form.getByRole('button', { name: '插入 {金额}', exact: false }).click()
  await expect(form.getByLabel('内容')).toHaveValue('您好，{买家}，退 {金额}')
  await expect(form.getByRole('region', { name: '套用后的样子' })).toContainText('您好，沈**，退 ¥128.00')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('button', { name: '新增快捷回复' })).toBeFocused()

  const row = page.getByRole('row').filter({ hasText: title })
  await row.getByRole('button', { name: `修改“${title}”` }).click()
  await page.getByRole('dialog').getByLabel('内容').fill('改过了 {买家}')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(row).toContainText('改过了 {买家}')

  const up = row.getByRole('button', { name: `上移“${title}”` })
  const place = async () =>
    (await page.getByRole('table').first().getByRole('row').allInnerTexts()).findIndex((text) => text.includes(title))
  const at = await place()
  await up.focus()
  await page.keyboard.press('Enter')
  await expect.poll(place).toBe(at - 1)
  await expect(up).toBeFocused()

  await row.getByRole('button', { name: `删除“${title}”` }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`已删除：${title}`)).toBeVisible()
  await expect(row).toHaveCount(0)
})

test('an agent picks one by a slash and keys; its placeholders are the case’s', async ({ page, api }) => {
  const title = titleOf('退款去向')
  await signIn(page, MANAGER, PATH)
  await addReply(page, '快捷回复', title, '{买家}您好，{单号} 的 {商品} 退 {金额}，{客服}')
  await page.context().clearCookies()
  const no = await api.openCase()
  await signIn(page, AGENT, `/cases/${no}`)
  await compose(page)
  await page.keyboard.type('/')
  const list = page.getByRole('listbox', { name: '快捷回复' })
  await expect(list).toBeVisible()
  // letters are the message's, not the desk's
  await page.keyboard.type('ajr')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(page.getByText('没有叫这个的快捷回复', { exact: false })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(composerOf(page)).toHaveValue('/ajr')
  await composerOf(page).fill(`/${title.slice(-8)}`)
  await expect(list.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  const filled = `沈**您好，${no} 的 测试用羊毛毯 退 ¥128.00，林晓`
  await expect(composerOf(page)).toHaveValue(filled)
  await expect(composerOf(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').getByText(filled)).toBeVisible()
  await expect(composerOf(page)).toHaveValue('')
})

test('the arrows choose, Esc leaves what is written, an input method keeps its Enter', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page, AGENT, `/cases/${no}`)
  await compose(page)
  await page.keyboard.type('/')
  const options = page.getByRole('listbox', { name: '快捷回复' }).getByRole('option')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  const chosen = await options.nth(1).getAttribute('id')
  await expect(composerOf(page)).toHaveAttribute('aria-activedescendant', chosen ?? 'none')
  await composerOf(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
  await expect(composerOf(page)).toHaveValue('/')
  await expect(options.first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(0)
  await expect(composerOf(page)).toBeFocused()
  await expect(composerOf(page)).toHaveValue('/')
  await composerOf(page).fill('您好 ')
  await page.keyboard.type('/')
  await page.keyboard.press('Tab')
  await expect(composerOf(page)).toHaveValue(/^您好 .{5,}/)
})

test('what the case has no value for stands out and is not sent', async ({ page, api }) => {
  const title = titleOf('截止')
  await signIn(page, MANAGER, PATH)
  await addReply(page, '快捷回复', title, '{截止时间} 前回复您')
  const no = await openTalkedCase(api)
  const reject = { reasonCode: 'NO_DEFECT_FOUND', text: '看了照片，没有发现质量问题' }
  await api.call('POST', `after-sales/${no}/reject`, reject, await api.shopKey('nanzhi'))
  await visit(page, `/cases/${no}`)
  await page.getByRole('article').getByRole('button', { name: '快捷回复' }).click()
  await page.getByRole('combobox', { name: '找快捷回复' }).fill(title)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(composerOf(page)).toHaveValue('{截止时间} 前回复您')
  await expect(page.getByText('这一单现在没有在走的倒计时', { exact: false })).toBeVisible()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  const send = page.getByRole('button', { name: '发送' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await expect(composerOf(page)).toHaveValue('{截止时间} 前回复您')
  await page.getByRole('button', { name: '选中 {截止时间}' }).click()
  await page.keyboard.type('今天')
  await expect(send).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').getByText('今天 前回复您')).toBeVisible()
})

test('a shop’s own template fills the rejection and its reason', async ({ page, api }) => {
  const title = titleOf('查过了')
  await signIn(page, MANAGER, PATH)
  await page.getByRole('button', { name: '新增拒绝模板' }).click()
  const form = page.getByRole('dialog', { name: '新增拒绝模板' })
  await form.getByLabel('标题').fill(title)
  await form.getByRole('combobox', { name: '拒绝原因' }).click()
  await page.getByRole('option', { name: '凭证不足' }).click()
  await form.getByLabel('内容').fill('{买家}您好')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('至少 10 个字')).toBeVisible()
  await form.getByLabel('内容').fill('{买家}您好，{商品}的照片看不出问题在哪里')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(`已新增拒绝模板：${title}`)).toBeVisible()

  const no = await openTalkedCase(api)
  await visit(page, `/cases/${no}`)
  await page.keyboard.press('r')
  const sheet = page.getByRole('dialog', { name: /拒绝仅退款/ })
  await sheet.getByRole('button', { name: '套用模板' }).click()
  await page.getByRole('combobox', { name: '找模板' }).fill(title)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(sheet.getByRole('combobox', { name: '原因' })).toContainText('凭证不足')
  await expect(sheet.getByLabel('拒绝说明')).toBeFocused()
  await expect(sheet.getByLabel('拒绝说明')).toHaveValue('沈**您好，测试用羊毛毯的照片看不出问题在哪里')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('{金额}')
  await expect(sheet.getByRole('button', { name: '拒绝申请' })).toHaveAttribute('aria-disabled', 'true')
  await sheet.getByRole('button', { name: '填上' }).click()
  await expect(sheet.getByLabel('拒绝说明')).toHaveValue(/¥128\.00$/)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已拒绝 沈** 的申请：凭证不足')).toBeVisible()
})

test('an agent is sent back from the settings', async ({ page }) => {
  await signIn(page, AGENT)
  await page.goto(PATH)
  await expect(page).toHaveURL(/\/cases/)
})

test('axe finds nothing in the quick replies', async ({ page, api }) => {
  test.slow()
  const no = await api.openCase()
  await wear(page)
  await signIn(page, MANAGER, PATH)
  await expectClean(page)
  await page.getByRole('button', { name: /^(新增拒绝模板|Add template)$/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Enter')
  await expectClean(page)
  await visit(page, `/cases/${no}`)
  await compose(page)
  await page.keyboard.type('{金额} /')
  await expect(page.getByRole('listbox', { name: /^(快捷回复|Quick replies)$/ })).toBeVisible()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^(快捷回复|Quick replies)$/ }).click()
  await expect(page.getByRole('option', { selected: true }).last()).toBeVisible()
  await expectClean(page)
})
