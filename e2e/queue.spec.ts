import { AGENT, expect, ready, SUPPORT, signIn, speak, test, visit } from './fixtures'

test('a wrong password and an unknown person hear the same', async ({ page }) => {
  await page.goto('/sign-in')
  for (const email of [AGENT, 'nobody@nanzhi.example']) {
    await page.getByLabel('邮箱').fill(email)
    await page.getByLabel('密码').fill('not-the-password')
    await page.keyboard.press('Enter')
    await expect(page.getByText('邮箱或密码不对')).toBeVisible()
    await page.reload()
  }
})

test('whoever is not signed in comes to the sign-in, and from there to where they wanted', async ({ page, api }) => {
  const no = await api.openCase()
  await visit(page, `/cases/${no}`)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('邮箱').fill(AGENT)
  await page.getByLabel('密码').fill('afterdesk-demo')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${no}`))
})

test('finds a case by its number, and takes the search back', async ({ page, api }) => {
  const no = await api.openCase({ title: '可寻之物' })
  await signIn(page)
  await page.keyboard.press('/')
  await page.keyboard.type(no)
  await page.keyboard.press('Enter')
  const list = page.getByRole('listbox', { name: '售后单' })
  await expect(list.getByRole('option')).toHaveCount(1)
  await expect(list.getByRole('option', { name: /可寻之物/ })).toBeVisible()
  await page.getByRole('link', { name: /去掉筛选/ }).click()
  await expect(list.getByRole('option')).not.toHaveCount(1)
})

test('narrows by type and amount, and the URL keeps it', async ({ page, api }) => {
  await api.openCase({ type: 'RETURN_REFUND', title: '昂贵之物', amountFen: 987_654 })
  await signIn(page)
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('combobox', { name: '类型' }).click()
  await page.getByRole('option', { name: '退货退款' }).click()
  await page.getByLabel('金额从（元）').fill('9000')
  await page.getByRole('button', { name: '应用' }).click()
  await expect(page).toHaveURL(/type=RETURN_REFUND&min=9000/)
  await page.reload()
  await ready(page)
  const options = page.getByRole('listbox', { name: '售后单' }).getByRole('option')
  await expect(options.filter({ hasText: '昂贵之物' })).toHaveCount(1)
  await expect(options.filter({ hasText: '仅退款' })).toHaveCount(0)
})

test('moves by J and K, and tells what each tab waits for', async ({ page }) => {
  await signIn(page)
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/\/cases\/AS/)
  const first = page.url()
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(first)
  await page.keyboard.press('k')
  await expect(page).toHaveURL(first)
  await page
    .getByRole('navigation', { name: '按状态' })
    .getByRole('link', { name: /已结束/ })
    .click()
  await expect(page).toHaveURL(/tab=CLOSED/)
  await expect(page.getByText('最近结束在前')).toBeVisible()
})

test('new cases appear without a reload', async ({ page, api }) => {
  // newest first: by its deadline it may stand beyond the first page
  await signIn(page, AGENT, '/cases?tab=ALL')
  await expect(page.getByText('实时')).toBeVisible()
  await api.openCase({ title: '刚刚申请的' })
  await expect(page.getByRole('option', { name: /刚刚申请的/ })).toBeVisible()
})

test('speaks English, whole', async ({ page, api }) => {
  const no = await api.openCase()
  await speak(page, 'en')
  await signIn(page, AGENT, `/cases/${no}`)
  await expect(page.getByRole('heading', { name: /If you do nothing: ¥128\.00 is refunded at/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /Needs me/ })).toBeVisible()
  expect(await page.getByRole('navigation', { name: 'By status' }).textContent()).not.toMatch(/\p{Script=Han}/u)
})

test('support sees the stuck refunds of all shops, and no queue of one', async ({ page }) => {
  await signIn(page, SUPPORT, '/refunds')
  await expect(page.getByRole('heading', { name: '卡住的退款' })).toBeVisible()
  await visit(page, '/cases')
  await expect(page).toHaveURL(/\/disputes/)
})
