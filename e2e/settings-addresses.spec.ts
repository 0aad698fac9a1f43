import { randomUUID } from 'node:crypto'
import { expectClean, wear } from './axe'
import { AGENT, expect, MANAGER, type Page, signIn, test, visit } from './fixtures'

const PATH = '/settings/addresses'
/** Nobody else's: the journeys share a shop. */
const streetOf = () => `测试路 ${randomUUID().slice(0, 8)} 号`

async function addAddress(page: Page, name: string, detail: string): Promise<void> {
  await page.getByRole('button', { name: '新增地址' }).click()
  const form = page.getByRole('dialog', { name: '新增退货地址' })
  await form.getByLabel('收件人').fill(name)
  await form.getByLabel('电话').fill('138-0000-6021')
  await form.getByLabel('省市区').fill('浙江省、绍兴市、柯桥区')
  await form.getByLabel('详细地址').fill(detail)
  await form.getByRole('button', { name: '保存地址' }).click()
  await expect(page.getByText(`已新增退货地址：${name}`)).toBeVisible()
  await expect(form).toBeHidden()
}

test('an address from its writing to its end, by keys', async ({ page }) => {
  const street = streetOf()
  await signIn(page, MANAGER, PATH)
  const create = page.getByRole('button', { name: '新增地址' })
  await create.click()
  const form = page.getByRole('dialog', { name: '新增退货地址' })
  await expect(form.getByLabel('收件人')).toBeFocused()
  await page.keyboard.type('测试仓')
  await page.keyboard.press('Tab')
  await page.keyboard.type('8411')
  await page.keyboard.press('Enter')
  await expect(form.getByLabel('电话')).toBeFocused()
  await expect(form.getByText('不像电话号码', { exact: false })).toBeVisible()
  await expect(form.getByText('还没有填')).toHaveCount(2)
  await form.getByLabel('电话').fill('(0575) 8411 0288 转 12')
  await form.getByLabel('省市区').fill('浙江')
  await form.getByLabel('详细地址').fill(street)
  await form.getByRole('button', { name: '保存地址' }).click()
  await expect(form.getByText('至少写到市', { exact: false })).toBeVisible()
  await form.getByLabel('省市区').fill('浙江/绍兴/柯桥')
  await form.getByRole('button', { name: '保存地址' }).click()
  await expect(create).toBeFocused()
  const row = page.getByRole('row').filter({ hasText: street })
  await expect(row).toContainText('0575-84110288-12')
  await expect(row).toContainText(`浙江 绍兴 柯桥 ${street}`)

  // the same again, written otherwise
  await create.click()
  await form.getByLabel('收件人').fill('测试仓')
  await form.getByLabel('电话').fill('057584110288-12')
  await form.getByLabel('省市区').fill('浙江 绍兴 柯桥')
  await form.getByLabel('详细地址').fill(street.replaceAll(' ', ''))
  await form.getByRole('button', { name: '保存地址' }).click()
  await expect(form.getByRole('alert')).toContainText(`已经有这个地址了：测试仓，浙江 绍兴 柯桥 ${street}`)
  await page.keyboard.press('Escape')

  await row.getByRole('button', { name: /^删除/ }).click()
  const asked = page.getByRole('alertdialog', { name: '删除地址' })
  await expect(asked).toContainText(street)
  await page.keyboard.press('Escape')
  await expect(row.getByRole('button', { name: /^删除/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已删除退货地址：测试仓')).toBeVisible()
  await expect(row).toHaveCount(0)
  await expect(create).toBeFocused()
})

test('an address that goods are under way to stays; rewriting it says where those go', async ({ page, api }) => {
  const street = streetOf()
  await signIn(page, MANAGER, PATH)
  await addAddress(page, '在途仓', street)
  const no = await api.openCase({ type: 'RETURN_REFUND' })
  await visit(page, `/cases/${no}`)
  await page
    .getByRole('article')
    .getByRole('button', { name: /^同意退货/ })
    .click()
  await page.getByRole('alertdialog').getByRole('combobox', { name: '退货地址' }).click()
  await page.getByRole('option', { name: new RegExp(street) }).click()
  await page.getByRole('button', { name: '确认同意退货' }).click()
  await expect(page.getByText('已同意 沈** 退货，等买家寄回')).toBeVisible()

  await visit(page, PATH)
  const row = page.getByRole('row').filter({ hasText: street })
  await expect(row).toContainText('1 单在途，全部收到后才能删除')
  const remove = row.getByRole('button', { name: /^删除/ })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await remove.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)

  await row.getByRole('button', { name: /^修改/ }).click()
  const form = page.getByRole('dialog', { name: '修改退货地址' })
  await expect(form.getByText('1 单在途的退货仍寄往原地址', { exact: false })).toBeVisible()
  await form.getByLabel('详细地址').fill(`${street} 后门`)
  await form.getByRole('button', { name: '保存修改' }).click()
  await expect(page.getByText('已修改。1 单在途的退货仍寄往原地址')).toBeVisible()
  expect(await api.call('GET', `after-sales/${no}`)).toMatchObject({ returnAddress: { detail: street } })
  await api.call('POST', `after-sales/${no}/withdraw`, {})
})

test('the default is what the clock approves with, and cannot be deleted', async ({ page }) => {
  const street = streetOf()
  await signIn(page, MANAGER, PATH)
  const before = page.getByRole('row').filter({ hasText: '默认 ' }).first()
  await expect(before.getByRole('button', { name: /^删除/ })).toHaveAttribute('aria-disabled', 'true')
  const [former = ''] =
    (await before.getByRole('button', { name: /^修改/ }).getAttribute('aria-label'))?.match(/“.*”/) ?? []
  await addAddress(page, '默认仓', street)
  const row = page.getByRole('row').filter({ hasText: street })
  await row.getByRole('button', { name: /^把/ }).click()
  await expect(page.getByText('默认退货地址：默认仓')).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toContainText(street)
  await expect(row.getByRole('button', { name: /^删除/ })).toHaveAttribute('aria-disabled', 'true')
  // as it was
  await page.getByRole('button', { name: `把${former}设为默认` }).click()
  await expect(row.getByRole('button', { name: /^删除/ })).not.toHaveAttribute('aria-disabled')
})

test('of two who write at once the second is told', async ({ page, context }) => {
  const street = streetOf()
  await signIn(page, MANAGER, PATH)
  await addAddress(page, '两个人', street)
  const other = await context.newPage()
  await visit(other, PATH)
  const open = async (one: Page) => {
    await one.getByRole('row').filter({ hasText: street }).getByRole('button', { name: /^修改/ }).click()
    await one
      .getByRole('dialog')
      .getByLabel('收件人')
      .fill(one === page ? '第二个' : '第一个')
  }
  await open(page)
  await open(other)
  await other.getByRole('button', { name: '保存修改' }).click()
  await expect(other.getByText('退货地址已修改：第一个')).toBeVisible()
  await page.getByRole('button', { name: '保存修改' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('别人也改了这个地址')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await expect(page.getByRole('row').filter({ hasText: street })).toContainText('第一个')
})

test('an agent is sent back from it', async ({ page }) => {
  await signIn(page, AGENT)
  await page.goto(PATH)
  await expect(page).toHaveURL(/\/cases/)
})

test('axe finds nothing in the return addresses', async ({ page }) => {
  test.slow()
  await wear(page)
  await signIn(page, MANAGER, PATH)
  await expectClean(page)
  await page
    .getByRole('button', { name: /^(修改|Edit) ?“/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^(新增地址|Add address)$/ }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^(还没有填|Not filled in yet)$/)).toHaveCount(4)
  await expectClean(page)
})
