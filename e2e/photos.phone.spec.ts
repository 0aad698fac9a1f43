import { AGENT, expect, signIn } from './fixtures'
import { test } from './phone'

test('on a phone: a photo fills the screen, and gives way again', async ({ page, api }) => {
  const no = await api.openCase({ attachmentIds: [await api.sendPhoto('正面.jpg'), await api.sendPhoto('标签.jpg')] })
  await signIn(page, AGENT, `/cases/${no}`)
  await page.getByRole('button', { name: /正面\.jpg/ }).tap()
  const viewer = page.getByRole('dialog', { name: '看图' })
  await expect(viewer.getByRole('img', { name: '正面.jpg' })).toBeVisible()
  await viewer.getByRole('button', { name: '下一张' }).tap()
  await expect(viewer.getByText('2 / 2')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await viewer.getByRole('button', { name: '关闭' }).tap()
  await expect(viewer).toBeHidden()
})
