import { startReceiver } from '@/tests/support/webhook-receiver'
import { expect, MANAGER, signIn } from './fixtures'
import { test } from './phone'

test('on a phone: an endpoint added, a delivery opened, the endpoint deleted, nothing wider than the screen', async ({
  page,
  api,
}) => {
  const receiver = await startReceiver()
  const fits = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await signIn(page, MANAGER, '/settings/webhooks')
  await fits()
  await page.getByRole('button', { name: '新增推送地址' }).tap()
  const form = page.getByRole('dialog', { name: '新增推送地址' })
  await form.getByRole('textbox', { name: '推送地址' }).fill(`${receiver.url}?${'tenant=nanzhi&'.repeat(20)}`)
  await form.getByRole('radio', { name: '只推选中的' }).tap()
  await form.getByText('after_sale.created').tap()
  await fits()
  await form.getByRole('button', { name: '新增', exact: true }).tap()
  await page.getByRole('button', { name: '我已保存' }).tap()
  await fits()
  await page.getByRole('link', { name: receiver.url }).tap()
  await expect(page.getByText('还没有推送过。')).toBeVisible()

  const no = await api.openCase()
  const opener = page.getByRole('button', { name: no })
  await expect(page.getByRole('row').filter({ has: opener })).toContainText('已送达')
  await opener.tap()
  await expect(page.getByText(`"no": "${no}"`)).toBeAttached()
  await fits()
  await page.getByRole('button', { name: '删除', exact: true }).tap()
  await fits()
  await page.getByRole('button', { name: '删除推送地址' }).tap()
  await expect(page.getByText('推送地址已删除')).toBeVisible()
  await receiver.close()
})
