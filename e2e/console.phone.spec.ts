import { openHeard } from './disputes'
import { expect, SUPPORT, signIn, visit } from './fixtures'
import { test } from './phone'

test('on a phone: from the list into a dispute, to its ruling, and on', async ({ page, api }) => {
  const no = await openHeard(api, { title: '手机上判的' })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await signIn(page, SUPPORT, '/disputes')
  expect(await width()).toBeLessThanOrEqual(390)
  await page
    .getByRole('option', { name: /手机上判的/ })
    .first()
    .tap()
  await expect(page).toHaveURL(new RegExp(no))
  await expect(page.getByRole('option').first()).toBeHidden()
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByRole('link', { name: '回到列表' }).tap()
  await expect(page.getByRole('option').first()).toBeVisible()
  await visit(page, `/disputes/${no}`)
  await page.getByRole('button', { name: '判责', exact: true }).tap()
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByRole('radio', { name: '买家', exact: true }).tap()
  await page.getByRole('radio', { name: '驳回' }).tap()
  await page.getByRole('textbox', { name: '理由' }).fill('证据不足')
  await expect(page.getByText('关闭售后单，不退款给买家 沈**，买家责任。')).toBeVisible()
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: '回到双方证据' }).tap()
  await expect(page.getByRole('heading', { name: /手机上判的，买家要退/ })).toBeVisible()
  await page.getByRole('button', { name: '判责', exact: true }).tap()
  await page.getByRole('button', { name: '判责，驳回' }).tap()
  await expect(page.getByText('已判责：驳回 沈** 的申请')).toBeVisible()
})
