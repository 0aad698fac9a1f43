import { expect, MANAGER, signIn, visit } from './fixtures'
import { applyFor, switchShop } from './instant-refund'
import { test } from './phone'

const PATH = '/settings/instant-refund'

test.beforeEach(({ api }) => switchShop(api, false))
test.afterEach(({ api }) => switchShop(api, false))

test('on a phone: the replay, a case of it by a touch, and the switch; nothing wider than the screen', async ({
  page,
  api,
}) => {
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  const { no } = await applyFor(api)
  await signIn(page, MANAGER, PATH)
  await page.getByText('看数字').tap()
  expect(await width()).toBeLessThanOrEqual(390)
  const days = await page.getByRole('slider').boundingBox()
  expect((days?.x ?? 0) + (days?.width ?? 0)).toBeLessThanOrEqual(390)
  const all = page.getByRole('button', { name: '全部' })
  if (await all.isVisible()) await all.tap()
  await page.getByRole('link', { name: no }).tap()
  await expect(page).toHaveURL(new RegExp(`/cases/${no}$`))

  await visit(page, PATH)
  await page.getByRole('button', { name: '开启极速退款' }).tap()
  const asked = page.getByRole('alertdialog', { name: '确认开启' })
  expect(await width()).toBeLessThanOrEqual(390)
  await asked.getByRole('button', { name: '确认开启' }).tap()
  await expect(page.getByRole('switch', { name: '极速退款' })).toBeChecked()

  const fitting = await applyFor(api)
  await visit(page, `/cases/${fitting.no}`)
  await expect(page.getByRole('region', { name: '极速退款的判断' })).toContainText('符合极速退款，当场退')
  expect(await width()).toBeLessThanOrEqual(390)
})
