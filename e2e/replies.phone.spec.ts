import { randomUUID } from 'node:crypto'
import { expect, MANAGER, signIn, visit } from './fixtures'
import { test } from './phone'

test('on a phone: an address made and deleted, a quick reply written and used, nothing wider than the screen', async ({
  page,
  api,
}) => {
  test.slow()
  const title = `手机 ${randomUUID().slice(0, 8)}`
  const narrow = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await signIn(page, MANAGER, '/settings/addresses')
  await narrow()
  await page.getByRole('button', { name: '新增地址' }).tap()
  const address = page.getByRole('dialog', { name: '新增退货地址' })
  await address.getByLabel('收件人').fill('手机上写的')
  await address.getByLabel('电话').fill('13800006021')
  await address.getByLabel('省市区').fill('浙江 绍兴')
  await address.getByLabel('详细地址').fill('手机路 8 号')
  await narrow()
  await address.getByRole('button', { name: '保存地址' }).tap()
  await page.getByRole('button', { name: '删除“手机上写的 手机路 8 号”' }).tap()
  await narrow()
  await page.getByRole('button', { name: '删除地址' }).tap()
  await expect(page.getByText('已删除退货地址：手机上写的')).toBeVisible()

  await page.getByRole('link', { name: '快捷回复' }).tap()
  await page.getByRole('button', { name: '新增快捷回复' }).tap()
  await narrow()
  const reply = page.getByRole('dialog', { name: '新增快捷回复' })
  await reply.getByLabel('标题').fill(title)
  await reply.getByLabel('内容').fill('{买家}您好')
  await narrow()
  await reply.getByRole('button', { name: '保存' }).tap()
  await expect(page.getByText(`已新增快捷回复：${title}`)).toBeVisible()
  await narrow()

  await visit(page, `/cases/${await api.openCase()}`)
  await page.getByLabel('写给买家').fill(`/${title.slice(3)}`)
  await page.getByRole('option', { name: new RegExp(title) }).tap()
  await expect(page.getByLabel('写给买家')).toHaveValue('沈**您好')
  await narrow()
})
