import { expect, type Page, ready, signIn, test, visit } from './fixtures'
import { listOf, openMany, rowOf, SHOP, showShop } from './list'

const rows = (page: Page) => listOf(page).getByRole('option')
const focused = (page: Page) => page.locator('[data-row]:focus')

test('hundreds of cases: few of them rendered, all of them reached by key', async ({ page, api }) => {
  test.slow()
  await openMany(api, 320)
  await signIn(page)
  await showShop(page)
  await visit(page, '/cases?tab=MERCHANT')
  await expect(rows(page).first()).toHaveAttribute('aria-posinset', '1')
  // beyond the page that is loaded nobody knows how many there are
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '-1')

  for (let pressed = 0; pressed < 40; pressed++) await page.keyboard.press('j')
  await expect(focused(page)).toHaveAttribute('aria-posinset', '40')
  await expect(focused(page)).toBeInViewport({ ratio: 1 })
  await expect(page).toHaveURL(new RegExp((await focused(page).getAttribute('data-row')) ?? 'none'))
  await expect(focused(page)).toHaveAttribute('aria-selected', 'true')

  // to the end of what is loaded, again and again, until that is all
  await expect(async () => {
    await page.keyboard.press('End')
    expect(Number(await focused(page).getAttribute('aria-setsize'))).toBeGreaterThan(320)
  }).toPass()
  await page.keyboard.press('End')
  const all = Number(await focused(page).getAttribute('aria-setsize'))
  await expect(focused(page)).toHaveAttribute('aria-posinset', String(all))
  await expect(focused(page)).toBeInViewport({ ratio: 1 })
  expect(await rows(page).count()).toBeLessThan(60)
  // the open one stays in the document, so that Escape finds it
  await page.keyboard.press('ArrowUp')
  await expect(focused(page)).toHaveAttribute('aria-posinset', String(all - 1))
  await page.keyboard.press('Escape')
  await expect(focused(page)).toHaveAttribute('aria-posinset', '40')
  await expect(focused(page)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('PageDown')
  const paged = Number(await focused(page).getAttribute('aria-posinset'))
  expect(paged).toBeGreaterThan(45)
  // scrolled out of sight a row keeps the focus
  await listOf(page).hover()
  await page.mouse.wheel(0, 9000)
  await expect(focused(page)).not.toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAttribute('aria-posinset', String(paged + 1))
  await expect(focused(page)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Home')
  await expect(focused(page)).toHaveAttribute('aria-posinset', '1')
  // one stop for all of them
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-rows] :focus')).toHaveCount(0)
  expect(await rows(page).count()).toBeLessThan(60)
})

test('held down J runs along the rows, and opens the one that it is released on', async ({ page, api }) => {
  await openMany(api, 12)
  await signIn(page)
  await showShop(page)
  await visit(page, '/cases?sort=NEWEST')
  for (let repeated = 0; repeated < 8; repeated++) await page.keyboard.down('j')
  await expect(focused(page)).toHaveAttribute('aria-posinset', '8')
  await page.keyboard.up('j')
  await expect(page).toHaveURL(new RegExp((await focused(page).getAttribute('data-row')) ?? 'none'))
})

test('nothing moves under the pointer: what left stays, what is new waits, and both are let by leaving', async ({
  page,
  api,
}) => {
  // the newest stands first; how many updates there are depends on how full the loaded page was before
  const updates = page.getByRole('button', { name: /条更新/ })
  const under = await api.openCase({ shopId: SHOP, title: '指着的' })
  const leaves = await api.openCase({ shopId: SHOP, title: '离开的' })
  const first = await api.openCase({ shopId: SHOP, title: '最新的' })
  await signIn(page)
  await showShop(page)
  await visit(page, '/cases?sort=NEWEST')
  const placeOf = async (no: string) => (await rowOf(page, no).boundingBox())?.y
  await rowOf(page, under).hover()
  const before = await placeOf(under)
  await api.call('POST', `after-sales/${leaves}/withdraw`, {})
  await expect(rowOf(page, leaves)).toContainText('已不在此列表')
  expect(await placeOf(under)).toBe(before)
  const told = (await updates.textContent()) ?? ''
  await rowOf(page, under).hover({ position: { x: 60, y: 20 } })
  const fresh = await api.openCase({ shopId: SHOP, title: '刚来的' })
  await expect(updates).not.toHaveText(told)
  await expect(rowOf(page, fresh)).toHaveCount(0)
  expect(await placeOf(under)).toBe(before)

  // J passes over what has left
  await page.keyboard.press('j')
  await expect(focused(page)).toHaveAttribute('aria-posinset', '1')
  await expect(rowOf(page, first)).toBeFocused()
  await page.keyboard.press('j')
  await expect(rowOf(page, under)).toBeFocused()
  // it can be opened still
  await rowOf(page, leaves).click()
  await expect(page).toHaveURL(new RegExp(leaves))

  await updates.click()
  await expect(rowOf(page, leaves)).toHaveCount(0)
  await expect(rowOf(page, fresh)).toHaveAttribute('aria-posinset', '1')
  await rowOf(page, under).hover()
  const later = await api.openCase({ shopId: SHOP, title: '再来的' })
  await expect(updates).toBeVisible()
  await page.getByRole('banner').hover()
  await expect(rowOf(page, later)).toHaveAttribute('aria-posinset', '1')
  await expect(updates).toHaveCount(0)
})

test('a decision folds its row away under the pointer too, and the next case opens with its row in sight', async ({
  page,
  api,
}) => {
  await openMany(api, 30)
  await signIn(page)
  await showShop(page)
  await visit(page, '/cases?tab=MERCHANT')
  const row = rows(page).filter({ hasText: '仅退款' }).nth(2)
  const no = (await row.getAttribute('data-row')) ?? ''
  const scrolled = () => page.locator('[data-rows]').evaluate((list) => list.scrollTop)
  await page.locator('[data-rows]').evaluate((list) => list.scrollTo(0, 30))
  await row.click()
  await expect(page.getByRole('article', { name: new RegExp(no) })).toBeVisible()
  await ready(page)
  await page.keyboard.press('a')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(rowOf(page, no)).toHaveCount(0)
  const next = page.locator('[data-row][aria-selected=true]')
  await expect(next).toBeVisible()
  await expect(next).toBeInViewport({ ratio: 0.5 })
  await expect(page.getByRole('article')).toBeFocused()
  await expect(page.getByRole('article', { name: new RegExp(no) })).toHaveCount(0)
  expect(await scrolled()).toBe(30)
})
