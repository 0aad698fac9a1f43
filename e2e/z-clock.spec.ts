import { prepareCutOff } from './cut-off'
import { AGENT, expect, signIn, test, visit } from './fixtures'

// Last of all: these move the whole system's time.

test('what nobody decides, the clock decides in front of everybody', async ({ page, api }) => {
  const refund = await api.openCase()
  const returned = await api.openCase({ type: 'RETURN_REFUND' })
  await signIn(page, AGENT, `/cases/${refund}`)
  await expect(page.getByRole('button', { name: /^同意退款/ })).toBeVisible()
  await page.getByRole('button', { name: '+48 小时' }).click()
  await page.getByRole('button', { name: '+1 小时' }).click()
  // everything else of the demo that fell due is paid too, four at a time
  await expect(page.getByRole('article').getByText('退款成功').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('article').getByRole('link', { name: 'R1.1' }).first()).toBeVisible()
  await visit(page, `/cases/${returned}`)
  await expect(page.getByRole('article').getByText('待买家退货').first()).toBeVisible()
})

test('who decides a moment too late is told so, and what became of it', async ({ page, api }) => {
  const no = await api.openCase()
  const cutOff = prepareCutOff(page)
  await signIn(page, AGENT, `/cases/${no}`)
  await page.keyboard.press('a')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  // the page does not hear of the clock
  await cutOff()
  await api.call('POST', 'sandbox/clock', { advanceMs: 49 * 3_600_000 })
  await page.keyboard.press('Enter')
  // by the answer to what was pressed, or by the page that was asked for anew
  await expect(
    page
      .getByRole('article')
      .getByText(/晚了一步|逾期未处理，视为同意退款/)
      .first(),
  ).toBeVisible()
  expect(await api.call('GET', `after-sales/${no}`)).toMatchObject({ refund: { origin: 'REVIEW_TIMEOUT' } })
})
