import { AGENT, expect, MANAGER, signIn, speak, visit } from './fixtures'
import { test } from './phone'
import { columnOf, openProposed, paneOf, reachBuyer, recordStep } from './services'

test('on a phone: one step at a time, from the bar into a service, and its next step recorded', async ({
  page,
  api,
}) => {
  test.slow()
  const no = await api.openCase({ type: 'REPAIR', title: '手机上的维修' })
  await recordStep(api, no, 'GOODS_RECEIVED')
  await signIn(page, AGENT)
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: /^服务 \d+/ })
    .tap()
  await expect(columnOf(page, '待处理')).toBeVisible()
  await expect(columnOf(page, '进行中')).toBeHidden()
  const steps = page.getByRole('navigation', { name: '按进度' })
  await steps.getByRole('link', { name: /^进行中/ }).tap()
  await expect(page).toHaveURL(/column=ACTIVE/)
  await expect(columnOf(page, '待处理')).toBeHidden()
  await columnOf(page, '进行中')
    .getByRole('option', { name: /手机上的维修/ })
    .tap()
  await expect(paneOf(page, no)).toBeVisible()
  await page.getByRole('button', { name: '登记寄回' }).tap()
  const sheet = page.getByRole('dialog', { name: '登记寄回' })
  await sheet.getByRole('textbox', { name: '快递公司' }).fill('顺丰')
  await sheet.getByRole('textbox', { name: '运单号' }).fill('SF1447209377121')
  await sheet.getByRole('button', { name: /登记寄回/ }).tap()
  await expect(page.getByText('已登记寄回，等买家确认')).toBeVisible()
  await visit(page, '/services?column=CONFIRM')
  await expect(columnOf(page, '待买家确认').getByRole('option', { name: /手机上的维修/ })).toBeVisible()
  await steps.getByRole('link', { name: '已完成' }).tap()
  await expect(columnOf(page, '最近完成').getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^最近完成/ })).toBeHidden()
})

for (const locale of ['zh-CN', 'en'] as const)
  test(`nothing of services is wider than the phone, ${locale}`, async ({ page, api }) => {
    const proposed = await openProposed(api)
    await reachBuyer(api, proposed)
    const no = await api.openCase({ type: 'INSTALLATION' })
    await speak(page, locale)
    await signIn(page, MANAGER, '/services')
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    for (const path of ['/services', '/services?column=DONE', `/cases/${no}`, `/cases/${proposed}`]) {
      await visit(page, path)
      expect(await width()).toBeLessThanOrEqual(390)
    }
    // every entry of the bar is whole: six of them for a manager
    await visit(page, '/services')
    const bar = page.getByRole('navigation').last()
    for (const entry of await bar.getByRole('link').all()) {
      const cut = await entry.evaluate((link) => link.scrollWidth > link.clientWidth || link.clientHeight < 48)
      expect(cut, (await entry.getAttribute('href')) ?? '').toBe(false)
    }
  })
