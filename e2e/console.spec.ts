import { expectClean, wear } from './axe'
import { prepareCutOff } from './cut-off'
import { type HeardCase, openHeard } from './disputes'
import { type Api, expect, type Page, SUPPORT, signIn, speak, test, visit } from './fixtures'

const COLLEAGUE = 'colleague@afterdesk.example'

async function openConsole(page: Page, api: Api, what: HeardCase = {}): Promise<string> {
  const no = await openHeard(api, what)
  await signIn(page, SUPPORT, `/disputes/${no}`)
  await listens(page)
  return no
}

/** A dispute comes to life after the frame around it: its keys are heard once one of them does something. */
async function listens(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog')
  await expect(async () => {
    await page.keyboard.press('m')
    await expect(sheet).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
}

const panel = (page: Page, name = '判责') => page.getByRole('region', { name, exact: true })
const statusOf = async (api: Api, no: string) => (await api.call('GET', `after-sales/${no}`)).status

test('support lands on the console; members have no business there', async ({ page }) => {
  await signIn(page, SUPPORT, '/cases')
  await expect(page).toHaveURL(/\/disputes$/)
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /纠纷/ })).toBeVisible()
  await page.context().clearCookies({ name: 'next-auth.session-token' })
  await signIn(page, 'linxiao@nanzhi.example', '/disputes')
  await expect(page).toHaveURL(/\/cases/)
})

test('both sides stand beside each other with what they gave, and who gave nothing', async ({ page, api }) => {
  const photo = await api.sendPhoto('跳线处.jpg')
  const no = await openConsole(page, api, { title: '绗缝床盖', buyerFiles: [photo], merchantSilent: true })
  const pane = page.getByRole('article', { name: `纠纷 ${no}` })
  await expect(pane.getByRole('heading', { name: '绗缝床盖，买家要退 ¥128.00' })).toBeVisible()
  await expect(pane.getByText(/计时冻结，剩 1天 23:/)).toBeVisible()
  const buyer = pane.getByRole('region', { name: '沈**' })
  await expect(buyer.getByText('举证完毕')).toBeVisible()
  await expect(buyer.getByText('开箱时就有跳线')).toBeVisible()
  await expect(pane.getByRole('region', { name: /南栀/ }).getByText('没有交过证据')).toBeVisible()
  await buyer.getByRole('button', { name: /跳线处\.jpg/ }).click()
  await expect(page.getByRole('dialog', { name: '看图' }).getByRole('img', { name: '跳线处.jpg' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: /绗缝床盖.*商家未举证/ }).first()).toBeVisible()
})

const OUTCOMES = [
  {
    key: 'r',
    says: {
      'zh-CN': '退款 ¥128.00 给买家 沈**，全部退回；售后单结束，商家责任。',
      en: '¥128.00 goes back to the buyer 沈**, the whole amount',
    },
    done: { 'zh-CN': '已判责：退款 ¥128.00 给 沈**', en: 'Ruled: ¥128.00 goes back to 沈**' },
    ruling: { liability: 'MERCHANT', outcome: 'REFUND', amountFen: 12_800 },
    ends: 'REFUNDED',
  },
  {
    key: 'b',
    says: {
      'zh-CN': /买家 沈\*\* 须在 \d{4}年\d+月\d+日 \d\d:\d\d 前寄回；商家收到后退款 ¥128\.00/,
      en: /has to send the goods by \d\d:\d\d on \d+ \w{3} \d{4}/,
    },
    done: { 'zh-CN': '已判责：沈** 退货后退款 ¥128.00', en: 'Ruled: ¥128.00 to 沈** after the return' },
    ruling: { liability: 'MERCHANT', outcome: 'RETURN_THEN_REFUND', amountFen: null },
    ends: 'AWAITING_RETURN',
  },
  {
    key: 'd',
    says: {
      'zh-CN': '关闭售后单，不退款给买家 沈**，商家责任。',
      en: 'The case closes with no refund to the buyer 沈**',
    },
    done: { 'zh-CN': '已判责：驳回 沈** 的申请', en: 'Ruled: 沈** gets no refund' },
    ruling: { liability: 'MERCHANT', outcome: 'DISMISS', amountFen: null },
    ends: 'CLOSED',
  },
] as const

for (const locale of ['zh-CN', 'en'] as const)
  for (const { key, says, done, ruling, ends } of OUTCOMES)
    test(`rules by keyboard alone: ${ruling.outcome}, ${locale}`, async ({ page, api }) => {
      await speak(page, locale)
      const no = await openConsole(page, api, { type: 'RETURN_REFUND' })
      const there = panel(page, locale === 'en' ? 'Ruling' : '判责')
      await page.keyboard.press('Control+Enter')
      await page.keyboard.press('1')
      await page.keyboard.press(key)
      await expect(there.getByText(says[locale])).toBeVisible()
      // not before it says why
      await page.keyboard.press('Control+Enter')
      await page.keyboard.press('w')
      await page.keyboard.type('照片拍摄于签收当天，跳线属实。')
      expect(await statusOf(api, no)).toBe('IN_DISPUTE')
      await page.keyboard.press('Control+Enter')
      await expect(page.getByText(done[locale])).toBeVisible()
      await expect(page).not.toHaveURL(new RegExp(no))
      await expect.poll(() => statusOf(api, no)).toBe(ends)
      const { dispute } = await api.call('GET', `after-sales/${no}`)
      expect(dispute).toMatchObject({
        stage: 'RESOLVED',
        ruling: { ...ruling, rationale: '照片拍摄于签收当天，跳线属实。' },
      })
    })

test('gives back a part: how much, what the merchant keeps, and never more than was asked', async ({ page, api }) => {
  const no = await openConsole(page, api)
  await page.keyboard.press('3')
  await page.keyboard.press('p')
  await page.keyboard.type('128.01')
  await expect(panel(page).getByText('最多 ¥128.00')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('88')
  await expect(panel(page).getByText('退款 ¥88.00 给买家 沈**，商家保留 ¥40.00；售后单结束，双方责任。')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('w')
  await page.keyboard.type('双方各担一部分')
  await page.getByRole('button', { name: '判责，退款 ¥88.00' }).click()
  await expect(page.getByText('已判责：退款 ¥88.00 给 沈**')).toBeVisible()
  expect(await api.call('GET', `after-sales/${no}`)).toMatchObject({
    refund: { amountFen: 8800 },
    dispute: { ruling: { liability: 'SHARED', amountFen: 8800 } },
  })
})

test('what does not fit the case is not offered, and says why', async ({ page, api }) => {
  await openConsole(page, api)
  const back = panel(page).getByRole('radio', { name: '退货后退款' })
  await expect(back).toBeDisabled()
  await expect(panel(page).getByText('这一单是仅退款，没有退货这一步')).toBeVisible()
  await page.keyboard.press('b')
  await expect(back).not.toBeChecked()
})

test('asks one side for more: the new end, and no ruling before it', async ({ page, api }) => {
  const no = await openConsole(page, api)
  await page.keyboard.press('m')
  const sheet = page.getByRole('dialog', { name: /要求补充证据/ })
  await expect(sheet.getByText('先选请谁补充')).toBeVisible()
  await sheet.getByRole('checkbox', { name: /沈/ }).press('Space')
  await sheet.getByRole('textbox', { name: '期限（小时）' }).fill('0')
  await expect(sheet.getByText('写 1–240 之间的整小时数').first()).toBeVisible()
  await sheet.getByRole('textbox', { name: '期限（小时）' }).fill('36')
  await expect(sheet.getByText(/^到 .* 北京时间/)).toBeVisible()
  await sheet.getByRole('textbox', { name: '要补充什么' }).fill('请补充开箱视频的截图')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已请买家补充证据')).toBeVisible()
  await expect(sheet).toBeHidden()
  await expect(panel(page).getByText(/举证到 .*，之后才能判责/)).toBeVisible()
  await expect(page.getByRole('option', { name: /补充举证，等买家/ }).first()).toBeVisible()
  const { dispute } = await api.call('GET', `after-sales/${no}`)
  expect(dispute).toMatchObject({ stage: 'EVIDENCE', evidence: { BUYER: { open: true }, MERCHANT: { open: false } } })
  // a ruling can be prepared meanwhile, and is kept
  await page.keyboard.press('2')
  await page.keyboard.press('w')
  await page.keyboard.type('先写在这里')
  await page.keyboard.press('Control+Enter')
  await page.reload()
  await expect(panel(page).getByRole('textbox', { name: '理由' })).toHaveValue('先写在这里')
  expect(await statusOf(api, no)).toBe('IN_DISPUTE')
})

test('two do not rule on one: a colleague sees the claim, takes it over, and the first sees that', async ({
  page,
  api,
  browser,
}) => {
  const no = await openConsole(page, api, { title: '两人都看的' })
  await expect(panel(page).getByText('还没有人处理')).toBeVisible()
  await page.keyboard.press('t')
  await expect(panel(page).getByText('你在处理')).toBeVisible()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const other = await context.newPage()
  await signIn(other, COLLEAGUE, `/disputes/${no}`)
  await expect(other.getByRole('option', { name: /两人都看的.*小沈 处理中/ }).first()).toBeVisible()
  await expect(
    panel(other)
      .getByText(/小沈 正在处理/)
      .first(),
  ).toBeVisible()
  await listens(other)
  await other.keyboard.press('1')
  await other.keyboard.press('r')
  await expect(panel(other).getByText(/小沈 正在处理，先接过来/)).toBeVisible()
  await other.getByRole('button', { name: '接过来' }).click()
  await expect(panel(other).getByText('你在处理')).toBeVisible()
  await expect(
    panel(page)
      .getByText(/小何 正在处理/)
      .first(),
  ).toBeVisible()
  await other.getByRole('button', { name: '放手' }).click()
  await expect(panel(page).getByText('还没有人处理')).toBeVisible()
  await context.close()
})

test('whoever begins a ruling has claimed the dispute', async ({ page, api }) => {
  await openConsole(page, api)
  await page.keyboard.press('1')
  await expect(panel(page).getByText('你在处理')).toBeVisible()
})

test("a colleague's ruling shows at once, and what was written stays", async ({ page, api }) => {
  const no = await openConsole(page, api)
  await page.keyboard.press('2')
  await page.keyboard.press('w')
  await page.keyboard.type('写到一半的理由')
  await api.call('POST', `after-sales/${no}/dispute/ruling`, {
    liability: 'BUYER',
    outcome: 'DISMISS',
    rationale: '证据不足',
  })
  await expect(panel(page).getByText('驳回，不退款')).toBeVisible()
  await expect(panel(page).getByText('证据不足')).toBeVisible()
  await expect(panel(page).getByRole('status').getByText('写到一半的理由')).toBeVisible()
  await page.getByRole('button', { name: '不要了' }).click()
  await expect(panel(page).getByText('写到一半的理由')).toBeHidden()
})

test('a ruling on what has changed meanwhile is refused in words', async ({ page, api }) => {
  const cutOff = prepareCutOff(page)
  const no = await openConsole(page, api)
  await page.keyboard.press('1')
  await page.keyboard.press('r')
  await page.keyboard.press('w')
  await page.keyboard.type('写好的理由')
  await expect(panel(page).getByText('你在处理')).toBeVisible()
  await cutOff()
  await api.call('POST', `after-sales/${no}/dispute/concede`, {}, await api.shopKey('nanzhi'))
  await page.keyboard.press('Control+Enter')
  await expect(panel(page).getByText('商家让步，不用判责了。')).toBeVisible()
  await expect(panel(page).getByRole('status').getByText('写好的理由')).toBeVisible()
})

test('moves through the lanes by J and K, and lists its own keys', async ({ page, api }) => {
  await openHeard(api, {})
  await openHeard(api, {})
  await signIn(page, SUPPORT, '/disputes?lane=TO_RULE')
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/\/disputes\/AS\d+\?lane=TO_RULE/)
  const first = page.url()
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(first)
  await page.keyboard.press('k')
  await expect(page).toHaveURL(first)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' }).getByText('结果：退货后退款')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /已结束/ }).click()
  await expect(page.getByText('最近结束在前')).toBeVisible()
})

test('there is no dispute where there is none', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page, SUPPORT, `/disputes/${no}`)
  await expect(page.getByRole('heading', { name: '没有这起纠纷' })).toBeVisible()
})

test('axe finds nothing in the console', async ({ page, api }) => {
  // axe reads the whole page several times
  test.slow()
  await wear(page)
  const no = await openConsole(page, api, {
    type: 'RETURN_REFUND',
    buyerFiles: [await api.sendPhoto('跳线处.jpg')],
  })
  await expect(page.getByRole('article')).toBeVisible()
  await expectClean(page)
  await page.keyboard.press('3')
  await page.keyboard.press('p')
  await page.keyboard.type('999')
  // the claim that this makes is answered with the page made anew
  await expect(panel(page, '判责').getByText(/你在处理|You have it/)).toBeVisible()
  await expect(page).toHaveTitle(new RegExp(no))
  await expectClean(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectClean(page)
})

test('axe finds nothing around it', async ({ page, api }) => {
  // axe reads the whole page several times
  test.slow()
  await wear(page)
  const no = await openHeard(api, {})
  const ruling = { liability: 'NONE', outcome: 'DISMISS', rationale: '无责' }
  await api.call('POST', `after-sales/${no}/dispute/ruling`, ruling)
  await signIn(page, SUPPORT, `/disputes/${no}`)
  await expectClean(page)
  for (const path of ['/disputes', '/disputes?lane=OVER', '/disputes/AS-none']) {
    await visit(page, path)
    await expectClean(page)
  }
})
