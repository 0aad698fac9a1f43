import { expectClean, wear } from './axe'
import { prepareCutOff } from './cut-off'
import { AGENT, expect, signIn, test, visit } from './fixtures'
import { columnOf, openProposed, paneOf, pressUntil, reachBuyer, recordStep } from './services'

/** Exchange, repair and the other services: proposed on a return, agreed, served, confirmed; and the board. */

test('proposes an exchange instead of a return; the buyer agrees, and the case leads to the service', async ({
  page,
  api,
}) => {
  const no = await api.openCase({ type: 'RETURN_REFUND', title: '要换色的盖毯' })
  await signIn(page, AGENT, `/cases/${no}`)
  const sheet = page.getByRole('dialog', { name: '提议换货或维修' })
  await pressUntil(page, 's', sheet)
  await sheet.getByRole('radio', { name: '换货' }).click()
  await sheet.getByRole('textbox', { name: '怎么换、怎么修' }).fill('免费换成驼色，来回运费我们出')
  await expect(sheet.getByText(/同意：退货申请关闭，不退款，开始换货/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已向 沈** 提议换货，等买家答复')).toBeVisible()
  const pane = paneOf(page, no)
  await expect(pane.getByText('免费换成驼色，来回运费我们出').first()).toBeVisible()
  // the clock of the return goes on
  await expect(pane.getByRole('heading', { name: /不处理：.*自动同意退货/ })).toBeVisible()

  await api.call('POST', `after-sales/${no}/service-agreement`, { accept: true })
  await expect(pane.getByRole('heading', { name: /已关闭：.*协商一致，转线下换货/ })).toBeVisible()
  await pane
    .getByRole('link', { name: /已转为换货 AS/ })
    .first()
    .click()
  await expect(page).not.toHaveURL(new RegExp(no))
  await expect(page.getByRole('heading', { name: /下一步：.*收到/ })).toBeVisible()
  await expect(page.getByRole('link', { name: `退货单 ${no}` }).first()).toBeVisible()
  expect(await api.call('GET', `after-sales/${no}`)).toMatchObject({
    status: 'CLOSED',
    closeReason: 'OFFLINE_EXCHANGE',
    refund: null,
  })
})

test('records an agreement on the phone: a contact first, then one confirmation that says what it costs', async ({
  page,
  api,
}) => {
  const no = await openProposed(api)
  await signIn(page, AGENT, `/cases/${no}`)
  const pane = paneOf(page, no)
  await expect(pane.getByRole('button', { name: '买家同意', exact: true })).toHaveCount(0)
  await pane.getByRole('button', { name: /^登记联系/ }).click()
  const contact = page.getByRole('dialog', { name: '登记联系' })
  await contact.getByRole('textbox').fill('电话里说可以换，知道退货单会关闭')
  await contact.getByRole('button', { name: '登记这次联系' }).click()
  await pane.getByRole('button', { name: '买家同意', exact: true }).click()
  const confirmation = page.getByRole('alertdialog', { name: '确认买家同意' })
  await expect(confirmation).toContainText(/不退款 ¥128\.00.*换货/)
  await page.keyboard.press('Escape')
  await expect(confirmation).toBeHidden()
  expect(await api.call('GET', `after-sales/${no}`)).toMatchObject({ status: 'PENDING_REVIEW' })
  await pane.getByRole('button', { name: '买家同意', exact: true }).press('Enter')
  await expect(confirmation).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('沈** 同意换货，已新开服务单')).toBeVisible()
  // the service opens by itself
  await expect(page.getByRole('link', { name: `退货单 ${no}` })).toBeVisible()
  expect(await api.call('GET', `after-sales/${no}`)).toMatchObject({
    status: 'CLOSED',
    closeReason: 'OFFLINE_EXCHANGE',
  })
})

test('a refusal leaves the return as it was, and another proposal open', async ({ page, api }) => {
  const no = await openProposed(api)
  await signIn(page, AGENT, `/cases/${no}`)
  const pane = paneOf(page, no)
  await expect(pane.getByText('等买家答复').first()).toBeVisible()
  await api.call('POST', `after-sales/${no}/service-agreement`, { accept: false })
  await expect(pane.getByText(/买家 .*不同意换货/).first()).toBeVisible()
  await expect(pane.getByRole('heading', { name: /不处理：.*自动同意退货/ })).toBeVisible()
  await pressUntil(page, 's', page.getByRole('dialog', { name: '提议换货或维修' }))
})

test('a proposal that lapsed meanwhile is told of, and what was written stays', async ({ page, api }) => {
  const no = await openProposed(api)
  const shopKey = await api.shopKey('nanzhi')
  await reachBuyer(api, no)
  const cutOff = prepareCutOff(page)
  await signIn(page, AGENT, `/cases/${no}`)
  const pane = paneOf(page, no)
  await pane.getByRole('textbox', { name: '写给买家' }).fill('驼色的明天到货')
  // the page does not hear that the goods are on their way
  await cutOff()
  await api.call('POST', `after-sales/${no}/approve`, {}, shopKey)
  await api.call('POST', `after-sales/${no}/return-shipment`, { carrier: '圆通', trackingNo: '883011720988' })
  await pane.getByRole('button', { name: '买家同意', exact: true }).click()
  await page.getByRole('alertdialog', { name: '确认买家同意' }).getByRole('button').last().click()
  await expect(pane.getByText(/换货提议失效：.*买家寄回了商品/)).toBeVisible()
  await expect(pane.getByRole('textbox', { name: '写给买家' })).toHaveValue('驼色的明天到货')
  await expect(pane.getByRole('button', { name: '买家同意', exact: true })).toHaveCount(0)
  expect(await api.call('GET', `after-sales/${no}`)).toMatchObject({ status: 'AWAITING_RECEIPT' })
})

test('a repair from the parcel that came to the parcel back, both with waybills, until the buyer confirms', async ({
  page,
  api,
}) => {
  test.slow()
  const no = await api.openCase({ type: 'REPAIR', title: '会闪的落地灯' })
  await signIn(page, AGENT, `/cases/${no}`)
  const pane = paneOf(page, no)
  const record = async (key: string, name: string, note: string, parcel: [string, string]) => {
    const sheet = page.getByRole('dialog', { name })
    await pressUntil(page, key, sheet)
    await sheet.getByRole('textbox').first().fill(note)
    await sheet.getByRole('textbox', { name: '快递公司' }).fill(parcel[0])
    await expect(sheet.getByText('快递公司和运单号要一起填')).toBeVisible()
    await sheet.getByRole('textbox', { name: '运单号' }).fill(parcel[1])
    await page.keyboard.press('Control+Enter')
    await expect(sheet).toBeHidden()
  }
  await record('s', '登记收到商品', '外箱完好，灯头松动', ['中通', '78301992046618'])
  await expect(page.getByText('已登记收到商品').first()).toBeVisible()
  await expect(pane.getByText('78301992046618').first()).toBeVisible()
  await record('s', '登记寄回', '换了灯头和电源线', ['顺丰', 'SF1447209377120'])
  await expect(page.getByText('已登记寄回，等买家确认')).toBeVisible()
  await expect(pane.getByRole('heading', { name: /买家 10 天内未确认：.*自动完成/ })).toBeVisible()

  await visit(page, '/services')
  const waiting = columnOf(page, '待买家确认').getByRole('option', { name: /会闪的落地灯.*顺丰 SF1447209377120/ })
  await expect(waiting).toBeVisible()
  await api.call('POST', `after-sales/${no}/service-step`, { step: 'DONE' })
  await expect(waiting).toHaveCount(0)
  await page.getByRole('button', { name: /^最近完成/ }).click()
  await columnOf(page, '最近完成')
    .getByRole('option', { name: /会闪的落地灯.*买家确认/ })
    .click()
  await expect(pane.getByText(/买家确认完成，不涉及退款/).first()).toBeVisible()
})

test('a complaint comes onto the board as it is made, and goes on once it is answered', async ({ page, api }) => {
  await signIn(page, AGENT, '/services')
  const no = await api.openCase({ type: 'COMPLAINT', title: '没人理的投诉' })
  const row = columnOf(page, '待处理').getByRole('option', { name: /没人理的投诉/ })
  await expect(row).toHaveAccessibleName(/投诉.*首次答复/)
  await row.click()
  const sheet = page.getByRole('dialog', { name: '登记答复' })
  await expect(paneOf(page, no)).toBeVisible()
  await pressUntil(page, 's', sheet)
  await sheet.getByRole('textbox').fill('已电话道歉，补寄说明书')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已登记答复，等你完成服务')).toBeVisible()
  await page.getByRole('link', { name: /^服务/ }).click()
  await expect(
    columnOf(page, '进行中').getByRole('option', { name: /没人理的投诉.*已答复.*已电话道歉，补寄说明书/ }),
  ).toBeVisible()
  await expect(columnOf(page, '待处理').getByRole('option', { name: /没人理的投诉/ })).toHaveCount(0)
})

test('an overdue answer stands first, and says so in words', async ({ page }) => {
  await signIn(page, AGENT, '/services')
  const first = columnOf(page, '待处理').getByRole('option').first()
  await expect(first).toHaveAccessibleName(/投诉.*首次答复已逾期/)
  await expect(first.getByText(/^逾期 \d\d:\d\d$/)).toBeVisible()
})

test('the board by keyboard: J and K, from column to column, and into a case and back', async ({ page, api }) => {
  const no = await api.openCase({ type: 'SETUP', title: '按键走到的调试' })
  await recordStep(api, no, 'ANSWERED')
  await signIn(page, AGENT, '/services')
  const active = columnOf(page, '进行中').getByRole('option')
  await expect(active.filter({ hasText: '按键走到的调试' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(columnOf(page, '待处理').getByRole('option').first()).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(columnOf(page, '待处理').getByRole('option').first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(active.first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(active.last()).toBeFocused()
  await expect(active.last()).toContainText('按键走到的调试')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/cases/${no}`))
  await expect(paneOf(page, no)).toBeVisible()
  await page.goBack()
  await expect(active.last()).toBeVisible()
  await page.keyboard.press('j')
  await expect(active.last()).toBeFocused()
})

test('one type at a time, in the URL; what is with the platform leads there', async ({ page, api }) => {
  await api.openCase({ type: 'EXCHANGE', title: '只看换货时在' })
  await api.openCase({ type: 'REPAIR', title: '只看换货时不在' })
  await signIn(page, AGENT, '/services')
  await expect(page.getByRole('option', { name: /只看换货时不在/ })).toBeVisible()
  await page.getByRole('navigation', { name: '按类型' }).getByRole('link', { name: '换货' }).click()
  await expect(page).toHaveURL('/services?type=EXCHANGE')
  await expect(page.getByRole('option', { name: /只看换货时在/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /只看换货时不在/ })).toHaveCount(0)
  await visit(page, '/services?type=nonsense&column=nowhere')
  await page.getByRole('link', { name: /^平台介入 \d+/ }).click()
  await expect(page).toHaveURL(/shop-disputes/)
  await expect(page.getByRole('option', { name: /提花窗帘/ }).first()).toBeVisible()
})

test("another shop's services are not on the board", async ({ page, api }) => {
  await api.openCase({ type: 'REPAIR', shopId: 'xiaoyuan', title: '别家的维修' })
  await api.openCase({ type: 'REPAIR', title: '自家的维修' })
  await signIn(page, AGENT, '/services')
  await expect(page.getByRole('option', { name: /自家的维修/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /别家的维修/ })).toHaveCount(0)
})

test('a board that does not come says so, and comes when it is asked again', async ({ page }) => {
  await signIn(page, AGENT, '/services')
  await page.route('**/api/desk/services?**', (route) => route.abort())
  await page.getByRole('navigation', { name: '按类型' }).getByRole('link', { name: '维修' }).click()
  const alert = page.getByRole('alert').filter({ hasText: '列表没有取到' })
  await expect(alert).toBeVisible({ timeout: 20_000 })
  await page.unroute('**/api/desk/services?**')
  await alert.getByRole('button', { name: '再取一次' }).click()
  await expect(columnOf(page, '待买家确认').getByRole('option', { name: /落地灯/ })).toBeVisible()
})

test('axe finds nothing on the board and in a service', async ({ page, api }) => {
  test.slow()
  const no = await api.openCase({ type: 'REPAIR' })
  const proposed = await openProposed(api)
  await reachBuyer(api, proposed)
  await wear(page)
  await signIn(page, AGENT, '/services?column=DONE')
  await expect(page.getByRole('listbox')).toHaveCount(4)
  await expectClean(page)
  for (const opened of [no, proposed]) {
    await visit(page, `/cases/${opened}`)
    await expect(paneOf(page, opened)).toBeVisible()
    await expectClean(page)
    await pressUntil(page, 's', page.getByRole('dialog'))
    await expectClean(page)
  }
})
