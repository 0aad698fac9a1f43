import { AGENT, expect, MANAGER, ready, signIn, visit } from './fixtures'
import { listOf, openMany, rowOf, showShop } from './list'
import { test } from './phone'

test('on a phone: the list is where it was when one comes back from a case', async ({ page, api }) => {
  test.slow()
  await openMany(api, 60)
  await signIn(page)
  await showShop(page)
  await visit(page, '/cases?sort=NEWEST')
  const list = page.locator('[data-rows]')
  await list.evaluate((element) => element.scrollTo(0, 68 * 25))
  const row = listOf(page).locator('[aria-posinset="28"]')
  const no = (await row.getAttribute('data-row')) ?? ''
  await expect(row).toBeInViewport({ ratio: 1 })
  const before = await row.boundingBox()
  expect(before?.height).toBe(68)
  await row.tap()
  await expect(page).toHaveURL(new RegExp(no))
  await expect(listOf(page)).toBeHidden()
  await page.getByRole('link', { name: '回到列表' }).tap()
  await expect(rowOf(page, no)).toBeInViewport({ ratio: 1 })
  expect(await rowOf(page, no).boundingBox()).toEqual(before)
  expect(await listOf(page).getByRole('option').count()).toBeLessThan(60)
})

test('on a phone: the tab that is chosen is in sight', async ({ page }) => {
  await signIn(page, MANAGER, '/cases?tab=CLOSED')
  const chosen = page.getByRole('navigation', { name: '按状态' }).locator('[aria-current=page]')
  await expect(chosen).toHaveText('已结束')
  await expect(chosen).toBeInViewport({ ratio: 1 })
  const settings = page.getByRole('navigation', { name: '设置', exact: true })
  await visit(page, '/settings/history')
  await expect(settings.locator('[aria-current=page]')).toBeInViewport({ ratio: 1 })
  await settings.getByRole('link').first().click()
  await expect(settings.getByRole('link').first()).toHaveAttribute('aria-current', 'page')
  await expect(settings.getByRole('link').first()).toBeInViewport({ ratio: 1 })
})

test('on a phone: a case of the board leads back to the column that it was opened in', async ({ page, api }) => {
  const no = await api.openCase({ type: 'REPAIR', title: '手机看板上的' })
  await signIn(page, AGENT, '/services?type=REPAIR')
  await page.locator(`[data-service="${no}"]`).tap()
  await expect(page).toHaveURL(new RegExp(`/cases/${no}`))
  await ready(page)
  await page.getByRole('link', { name: '回到列表' }).tap()
  await expect(page).toHaveURL(/\/services\?type=REPAIR$/)
})
