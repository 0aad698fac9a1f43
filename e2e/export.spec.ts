import { readFile } from 'node:fs/promises'
import { AGENT, expect, MANAGER, signIn, test } from './fixtures'

const EXPORT = '/api/desk/export/cases?tab=ALL'

test('a manager saves what the filters show, and opens it in Excel', async ({ page, api }) => {
  const no = await api.openCase({ title: '=待导出的羊毛毯', amountFen: 31_400 })
  await api.openCase({ title: '不导出的' })
  await signIn(page, MANAGER, `/cases?search=${no}`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 1 单' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^南栀织物旗舰店-售后单-\d{4}-\d\d-\d\d\.csv$/)
  await expect(page.getByText(`已导出：${file.suggestedFilename()}`)).toBeVisible()
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
  expect(lines).toEqual([
    expect.stringMatching(/^\ufeff售后单号,售后类型,状态,/),
    expect.stringContaining(`${no},仅退款,待商家处理,1,`),
    '',
  ])
  expect(lines[1]).toContain(`,沈**,`)
  expect(lines[1]).toContain(`,'=待导出的羊毛毯,E2E,1,314.00,`)
  expect(lines[1]).not.toContain('13800006021')
})

test('nothing is exported where there is nothing', async ({ page }) => {
  await signIn(page, MANAGER, '/cases?search=没有这样的单')
  await expect(page.getByRole('button', { name: '没有可导出的售后单' })).toBeDisabled()
})

test('a broken export says so where it was asked for, and can be asked for again', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page, MANAGER, `/cases?search=${no}`)
  await page.route('**/api/desk/export/**', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: '导出 1 单' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '导出中断，没有存成文件，再试一次' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 1 单' }).click()
  await download
  await expect(page.getByText('导出中断')).toBeHidden()
})

test('an agent sees no button, and is refused by the address', async ({ page }) => {
  await signIn(page, AGENT)
  await expect(page.getByRole('button', { name: '筛选' })).toBeVisible()
  await expect(page.getByRole('button', { name: /导出/ })).toHaveCount(0)
  const answer = await page.request.get(EXPORT)
  expect([answer.status(), await answer.json()]).toEqual([403, { code: 'notPermitted' }])
})

test('nobody gets it who is not signed in', async ({ request }) => {
  expect((await request.get(EXPORT)).status()).toBe(401)
})
