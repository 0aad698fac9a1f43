import { AGENT, expect, MANAGER, signIn } from './fixtures'
import { test } from './phone'

test('on a phone the export is below the filters, for managers', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page, MANAGER, `/cases?search=${no}`)
  await expect(page.getByRole('button', { name: /导出/ })).toBeHidden()
  await page.getByRole('button', { name: '筛选' }).tap()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 1 单' }).tap()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
})

test('and not for agents', async ({ page }) => {
  await signIn(page, AGENT)
  await page.getByRole('button', { name: '筛选' }).tap()
  await expect(page.getByRole('button', { name: '应用' })).toBeVisible()
  await expect(page.getByRole('button', { name: /导出/ })).toHaveCount(0)
})
