import { AGENT, expect, signIn, visit } from './fixtures'
import { test } from './phone'

test('on a phone: from the list of disputes into one, through its tabs, to giving evidence', async ({ page, api }) => {
  test.slow()
  const no = await api.openCase({ title: '手机上的纠纷' })
  await api.call('POST', `after-sales/${no}/dispute`, { reason: 'REFUND_REFUSED', statement: '商家一直不处理' })
  await signIn(page, AGENT, '/shop-disputes')
  await page
    .getByRole('option', { name: /手机上的纠纷/ })
    .first()
    .tap()
  await expect(page).toHaveURL(new RegExp(no))
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(page.getByText('商家一直不处理')).toBeVisible()
  for (const tab of ['沟通', '订单', '经过', '纠纷']) await page.getByRole('tab', { name: new RegExp(tab) }).tap()
  await page.getByRole('textbox', { name: '说明' }).fill('已按页面说明发货')
  await page.getByRole('button', { name: /提交并举证完毕/ }).tap()
  // the records are drawn first
  await expect(page.getByText('你已举证完毕，不能再补充。')).toBeVisible({ timeout: 25_000 })
  await page.getByRole('link', { name: '回到列表' }).tap()
  await expect(page.getByRole('listbox')).toBeVisible()
})

test('nothing of a dispute is wider than the phone', async ({ page, api }) => {
  const no = await api.openCase({ type: 'RETURN_REFUND' })
  await signIn(page, AGENT, `/cases/${no}`)
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await page.getByRole('button', { name: '申请平台介入' }).tap()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await width()).toBeLessThanOrEqual(390)
  await api.call('POST', `after-sales/${no}/dispute`, { reason: 'OTHER', statement: '说不到一起' })
  for (const path of ['/shop-disputes', `/shop-disputes/${no}`, `/cases/${no}`]) {
    await visit(page, path)
    expect(await width()).toBeLessThanOrEqual(390)
  }
})
