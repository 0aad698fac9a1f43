import type { Locator } from '@playwright/test'
import { expectClean, wear } from './axe'
import { prepareCutOff } from './cut-off'
import { AGENT, type Api, expect, type Page, signIn, speak, test, visit } from './fixtures'
import { drawPhoto } from './photo'

/** The merchant's side of disputes; the buyer and the ruling come by the API. */

/** A case whose goods are back with the merchant, who has been written to. */
async function openReturned(api: Api, title = '绗缝床盖 雾绿'): Promise<string> {
  const no = await api.openCase({ type: 'RETURN_REFUND', title, amountFen: 26600 })
  const shopKey = await api.shopKey('nanzhi')
  await api.call('POST', `after-sales/${no}/approve`, {}, shopKey)
  await api.call('POST', `after-sales/${no}/messages`, { text: '收到了，左下角有清洗痕迹' }, shopKey)
  await api.call('POST', `after-sales/${no}/return-shipment`, { carrier: '圆通', trackingNo: '883011720954' })
  return no
}

async function complain(api: Api, no: string, reason = 'RECEIPT_NOT_CONFIRMED'): Promise<void> {
  const attachmentIds = [await api.sendPhoto('跳线处.jpg')]
  await api.call('POST', `after-sales/${no}/dispute`, {
    reason,
    statement: '退回去三天了，商家不确认收货',
    attachmentIds,
  })
}

const hear = (api: Api, no: string) =>
  api.call('POST', `after-sales/${no}/dispute/evidence`, { text: '签收当天的照片', done: true })
const rule = (api: Api, no: string, ruling: object) =>
  api.call('POST', `after-sales/${no}/dispute/ruling`, {
    rationale: '验货照片显示有水洗痕迹，影响二次销售。',
    ...ruling,
  })
/** A key that is pressed before the case listens is lost; it is pressed until it does what it should. */
async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  await expect(async () => {
    if (!(await shown.isVisible())) await page.keyboard.press(key)
    await expect(shown).toBeVisible({ timeout: 1000 })
  }).toPass()
}
/** The records are drawn by a process of their own. */
const DRAWN = { timeout: 25_000 }

const paneOf = (page: Page, no: string) => page.getByRole('article', { name: new RegExp(no) })
const jpeg = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await drawPhoto('#a88f8f') })

const WORDS = {
  'zh-CN': {
    reason: '退回的商品已使用或损坏',
    frozen: /待商家收货的计时已冻结，剩 9天 23:59/,
    asked: '已申请平台介入，计时已冻结',
    heading: /不举证：.*举证截止，平台按现有证据判责/,
    given: '证据已提交，举证完毕',
    review: /平台审理中：等平台判责/,
    partly: /双方责任，退款 ¥100\.00/,
    back: /买家责任，退货后退款 ¥266\.00/,
    dismissed: /买家责任，驳回，不退款/,
    final: '这是终局，双方都不能再申请介入',
  },
  en: {
    reason: 'Returned goods are used or damaged',
    frozen: /The clock of “Needs receipt” is frozen with 9d 23:59 left/,
    asked: 'The platform has been asked, the clock is frozen',
    heading: /Without evidence: closes .*; the platform rules on what it has/,
    given: 'Evidence submitted, that is all',
    review: /Under review: the platform rules/,
    partly: /Shared liability\. ¥100\.00 refunded/,
    back: /Buyer liable\. ¥266\.00 refunded after the return/,
    dismissed: /Buyer liable\. Dismissed, no refund/,
    final: 'This is final: nobody can ask again',
  },
} as const

const RULINGS = [
  ['partly', { liability: 'SHARED', outcome: 'REFUND', amountFen: 10000 }, ['REFUNDING', 'REFUNDED']],
  ['back', { liability: 'BUYER', outcome: 'RETURN_THEN_REFUND' }, ['AWAITING_RECEIPT']],
  ['dismissed', { liability: 'BUYER', outcome: 'DISMISS' }, ['CLOSED']],
] as const

// in the other language one ruling: the words of all are in both message files
for (const locale of ['zh-CN', 'en'] as const)
  for (const [told, ruling, statuses] of RULINGS.slice(0, locale === 'en' ? 1 : undefined))
    test(`from the request to the ruling without a mouse: ${told}, ${locale}`, async ({ page, api }) => {
      test.slow()
      const words = WORDS[locale]
      const no = await openReturned(api)
      await speak(page, locale)
      await signIn(page, AGENT, `/cases/${no}`)
      await pressUntil(page, 'e', page.getByRole('dialog'))
      await expect(page.getByRole('combobox')).toBeFocused()
      await page.keyboard.press('Enter')
      await page.getByRole('option', { name: words.reason }).press('Enter')
      await page.getByRole('dialog').getByRole('textbox').fill('开箱后左下角有清洗痕迹，吊牌已剪')
      await page.keyboard.press('Control+Enter')
      await expect(page.getByText(words.asked)).toBeVisible()

      const pane = paneOf(page, no)
      await expect(pane.getByRole('heading', { name: words.heading })).toBeVisible()
      await expect(pane.getByText(words.frozen)).toBeVisible()
      await hear(api, no)
      await page.keyboard.press('e')
      await page.keyboard.type('与买家描述的“未使用”不符')
      await page.keyboard.press('Control+Enter')
      await expect(page.getByText(words.given)).toBeVisible(DRAWN)
      await expect(pane.getByRole('heading', { name: words.review })).toBeVisible()

      await rule(api, no, ruling)
      await expect(pane.getByText(words[told]).first()).toBeVisible()
      await expect(pane.getByText(words.final)).toBeVisible()
      const { status, dispute } = await api.call('GET', `after-sales/${no}`)
      expect(statuses).toContain(status)
      expect(dispute).toMatchObject({ stage: 'RESOLVED', openedBy: 'MERCHANT' })
    })

test('says what asking brings about, and keeps what was begun', async ({ page, api }) => {
  const no = await openReturned(api)
  await signIn(page, AGENT, `/cases/${no}`)
  await page.getByRole('button', { name: /货不对，申请平台介入/ }).click()
  const sheet = page.getByRole('dialog', { name: /申请平台介入/ })
  await expect(sheet.getByText(/“待商家收货”的计时立即冻结，剩 .* 留着，不会自动退款/)).toBeVisible()
  await expect(sheet.getByText(/双方各有 48 小时举证/)).toBeVisible()
  await expect(sheet.getByText(/一单只能申请一次/)).toBeVisible()
  await expect(sheet.getByRole('button', { name: /申请平台介入/ })).toHaveAttribute('aria-disabled', 'true')
  await sheet.getByRole('textbox', { name: '说明' }).fill('货不对')
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByText('还差一步：选一个原因')).toBeVisible()
  await page.keyboard.press('Escape')
  await visit(page, `/cases/${no}`)
  await pressUntil(page, 'e', sheet)
  await expect(sheet.getByRole('textbox', { name: '说明' })).toHaveValue('货不对')
  expect(await api.call('GET', `after-sales/${no}`)).toMatchObject({ status: 'AWAITING_RECEIPT', dispute: null })
})

test('gives what the case has to show as documents, with photos of its own, and keeps the draft over a reload', async ({
  page,
  api,
}) => {
  test.slow()
  const no = await openReturned(api)
  await complain(api, no)
  await signIn(page, AGENT, `/shop-disputes/${no}`)
  const pane = paneOf(page, no)
  await expect(pane.getByText('附件 2 / 6')).toBeVisible()
  await pane.getByRole('checkbox', { name: /退货物流记录/ }).press('Space')
  await pane.getByRole('checkbox', { name: /订单与付款/ }).press('Space')
  const choosing = page.waitForEvent('filechooser')
  await pane.getByRole('button', { name: /添加照片或 PDF，还能放 4 个/ }).click()
  await (await choosing).setFiles([await jpeg('左下角.jpg'), await jpeg('吊牌.jpg')])
  await pane.getByRole('textbox', { name: '说明' }).fill('开箱后左下角有清洗痕迹')
  await expect(pane.getByText('附件 4 / 6')).toBeVisible()
  await expect(pane.getByRole('progressbar')).toHaveCount(0)

  await visit(page, `/shop-disputes/${no}`)
  await expect(pane.getByText('附件 4 / 6')).toBeVisible()
  await expect(pane.getByRole('textbox', { name: '说明' })).toHaveValue('开箱后左下角有清洗痕迹')
  await expect(pane.getByRole('checkbox', { name: /订单与付款/ })).not.toBeChecked()
  await pane.getByRole('button', { name: '先提交，还要补充' }).click()
  await expect(page.getByText('证据已提交，到时之前还可以补充')).toBeVisible(DRAWN)
  await expect(pane.getByRole('textbox', { name: '说明' })).toHaveValue('')
  const mine = pane.getByRole('region', { name: /你交的证据/ })
  await expect(mine.getByRole('link', { name: /与买家的沟通\.pdf/ })).toBeVisible()
  await expect(mine.getByRole('link', { name: /退货物流记录\.pdf/ })).toBeVisible()
  await mine.getByRole('button', { name: /吊牌\.jpg/ }).click()
  await expect(page.getByRole('dialog', { name: '看图' })).toBeVisible()
  await page.keyboard.press('Escape')

  const [link] = await mine.getByRole('link', { name: /与买家的沟通\.pdf/ }).all()
  const paper = await page.request.get(String(await link?.getAttribute('href')))
  expect(paper.headers()['content-type']).toBe('application/pdf')
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
  // what was given once is offered, not proposed
  await expect(pane.getByText('附件 0 / 6')).toBeVisible()
  await pane.getByRole('button', { name: /^举证完毕/ }).click()
  await expect(page.getByText('证据已提交，举证完毕')).toBeVisible()
  await expect(pane.getByText('你已举证完毕，不能再补充。')).toBeVisible()
})

test('answers what the platform asks besides, and a late asking does not pass unseen', async ({ page, api }) => {
  const no = await openReturned(api)
  await complain(api, no)
  const cutOff = prepareCutOff(page)
  await signIn(page, AGENT, `/cases/${no}`)
  const pane = paneOf(page, no)
  await pane.getByRole('textbox', { name: '说明' }).fill('说明在此')
  await expect(pane.getByRole('button', { name: /提交并举证完毕/ })).toBeVisible()
  // the page does not hear that more is asked
  await cutOff()
  await api.call('POST', `after-sales/${no}/dispute/evidence-request`, {
    from: ['MERCHANT'],
    dueInHours: 24,
    note: '请提供发货前的照片。',
  })
  await page.keyboard.press('Control+Enter')
  await expect(pane.getByText('请提供发货前的照片。').first()).toBeVisible()
  await expect(pane.getByRole('textbox', { name: '说明' })).toHaveValue('说明在此')
  expect(await api.call('GET', `after-sales/${no}`)).toMatchObject({ dispute: { submissions: [] } })
})

test('concedes after it has seen the amount', async ({ page, api }) => {
  const no = await openReturned(api)
  await complain(api, no)
  await signIn(page, AGENT, `/cases/${no}`)
  await page.getByRole('button', { name: /^让步：同意退款 ¥266\.00/ }).click()
  const confirmation = page.getByRole('alertdialog', { name: '确认让步' })
  await expect(confirmation).toContainText('让步并立即退款 ¥266.00 给 沈**')
  await page.keyboard.press('Escape')
  await expect(confirmation).toBeHidden()
  await page.getByRole('button', { name: /^让步：同意退款 ¥266\.00/ }).press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已让步，退款 ¥266.00 给 沈**')).toBeVisible()
  await expect(paneOf(page, no).getByText(/商家 .* 让步，纠纷结束，没有判责/)).toBeVisible()
  await expect.poll(async () => (await api.call('GET', `after-sales/${no}`)).status).toBe('REFUNDED')
})

test('concedes a return where the goods are still with the buyer', async ({ page, api }) => {
  const no = await api.openCase({ type: 'RETURN_REFUND' })
  await complain(api, no, 'REFUND_REFUSED')
  await signIn(page, AGENT, `/cases/${no}`)
  await page.getByRole('button', { name: /^让步：同意退货退款 ¥128\.00/ }).click()
  await expect(page.getByRole('alertdialog')).toContainText(/10 天内寄到 .*，收到后退款 ¥128\.00/)
  await page.getByRole('button', { name: '确认同意退货' }).click()
  await expect.poll(async () => (await api.call('GET', `after-sales/${no}`)).status).toBe('AWAITING_RETURN')
})

test('withdraws its own dispute, and the clock goes on with what was left', async ({ page, api }) => {
  const no = await api.openCase()
  const shopKey = await api.shopKey('nanzhi')
  const dispute = { reason: 'CLAIM_UNFOUNDED', statement: '与事实不符' }
  await api.call('POST', `after-sales/${no}/dispute`, dispute, shopKey)
  await signIn(page, AGENT, `/cases/${no}`)
  await page.getByRole('button', { name: '撤回纠纷' }).click()
  await expect(page.getByRole('alertdialog', { name: '确认撤回纠纷' })).toContainText(
    /撤回后回到“待商家处理”，计时从 1天 23:59 继续，到时自动退款 ¥128\.00/,
  )
  await page.keyboard.press('Enter')
  await expect(page.getByText(/已撤回纠纷，计时从 1天 23:59 继续/)).toBeVisible()
  const pane = paneOf(page, no)
  await expect(pane.getByRole('heading', { name: /不处理：.*自动退款 ¥128\.00/ })).toBeVisible()
  await expect(pane.getByText('一单只能申请一次，不能再申请介入')).toBeVisible()
  await expect(page.getByRole('button', { name: /申请平台介入/ })).toHaveCount(0)
})

test('the list: soonest first, J and K, what is over, and back to the cases', async ({ page, api }) => {
  const titles = ['列表里的第一个', '列表里的第二个']
  for (const title of titles) await complain(api, await openReturned(api, title))
  await signIn(page, AGENT, '/shop-disputes')
  await expect(page.getByRole('link', { name: /纠纷/ }).first()).toHaveAttribute('aria-current', 'page')
  const list = page.getByRole('listbox', { name: '纠纷' })
  await expect(list.getByRole('option', { name: /列表里的第一个.*截止/ })).toBeVisible()
  await page.keyboard.press('j')
  const first = new URL(page.url()).pathname
  await expect(page).toHaveURL(/shop-disputes\/AS/)
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(new RegExp(`${first}$`))
  await page.keyboard.press('k')
  await expect(page).toHaveURL(/shop-disputes\/AS/)
  await page.getByRole('link', { name: /^已结束/ }).click()
  await expect(page).toHaveURL(/lane=OVER/)
  await page.getByRole('link', { name: '售后', exact: false }).first().click()
  await page.getByRole('link', { name: /^平台介入/ }).click()
  await expect(page.getByRole('option', { name: /举证.*列表里的第二个/ })).toBeVisible()
})

test("another shop's dispute is not there", async ({ page, api }) => {
  const no = await api.openCase({ shopId: 'xiaoyuan' })
  await complain(api, no, 'REFUND_REFUSED')
  await signIn(page, AGENT, `/shop-disputes/${no}`)
  await expect(page.getByRole('heading', { name: '没有这一单' })).toBeVisible()
})

test('axe finds nothing in a dispute', async ({ page, api }) => {
  test.slow()
  const no = await openReturned(api)
  await wear(page)
  await signIn(page, AGENT, `/cases/${no}`)
  await pressUntil(page, 'e', page.getByRole('dialog'))
  await expectClean(page)
  await page.keyboard.press('Escape')
  await complain(api, no)
  await visit(page, `/shop-disputes/${no}`)
  await expect(paneOf(page, no)).toBeVisible()
  await expectClean(page)
  await page.locator('[data-bar="dispute"]').getByRole('button').last().click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectClean(page)
  await api.call('POST', `after-sales/${no}/dispute/evidence`, { done: true }, await api.shopKey('nanzhi'))
  await hear(api, no)
  await rule(api, no, { liability: 'SHARED', outcome: 'REFUND', amountFen: 10000 })
  await visit(page, `/shop-disputes/${no}?lane=OVER`)
  await page.locator('summary').click()
  await expectClean(page)
})
