import { expect, MANAGER, signIn } from './fixtures'
import { test } from './phone'

test('on a phone: settings from the bottom bar, a key made and revoked, nothing wider than the screen', async ({
  page,
}) => {
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await signIn(page, MANAGER)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '设置' }).tap()
  await page.getByRole('navigation', { name: '设置' }).getByRole('link', { name: 'API 密钥' }).tap()
  await page.getByRole('button', { name: '新建密钥' }).tap()
  const form = page.getByRole('dialog', { name: '新建密钥' })
  await form.getByRole('textbox', { name: '名称' }).fill('手机上建的')
  await form.getByRole('button', { name: '创建密钥' }).tap()
  const stored = page.getByRole('button', { name: '我已保存' })
  await expect(stored).toBeVisible()
  expect(await width()).toBeLessThanOrEqual(390)
  await stored.tap()
  await page.getByRole('button', { name: '吊销“手机上建的”' }).first().tap()
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: '吊销密钥' }).tap()
  await expect(page.getByText('“手机上建的”已吊销')).toBeVisible()
})
