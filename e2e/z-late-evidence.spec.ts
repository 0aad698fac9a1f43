import { AGENT, expect, signIn, test } from './fixtures'

// With the other journeys that move the whole system's time.

test('after the deadline the form closes by itself, says when, and keeps the draft', async ({ page, api }) => {
  const no = await api.openCase()
  await api.call('POST', `after-sales/${no}/dispute`, { reason: 'REFUND_REFUSED', statement: '商家一直不处理' })
  await signIn(page, AGENT, `/cases/${no}`)
  const pane = page.getByRole('article', { name: `售后单 ${no}` })
  await pane.getByRole('textbox', { name: '说明' }).fill('还没写完')
  await page.getByRole('button', { name: '+48 小时' }).click()
  await page.getByRole('button', { name: '+1 小时' }).click()
  await expect(pane.getByText(/举证已在 .* 截止，不能再提交。/)).toBeVisible()
  await expect(pane.getByText('没有提交的草稿还留着。')).toBeVisible()
  await expect(pane.getByRole('heading', { name: /平台审理中/ })).toBeVisible()
  await expect(pane.getByText(/双方都没有举证/).first()).toBeVisible()
  await expect(pane.getByRole('button', { name: /提交并举证完毕/ })).toHaveCount(0)
  await expect(pane.getByRole('button', { name: /^让步：同意退款 ¥128\.00/ })).toBeVisible()
})
