import type { Running } from '@/tests/support/running'
import { cutOffNews } from './cut-off'
import { AGENT, type Api, expect, type Page, signIn, test, visit } from './fixtures'
import { startBeside } from './product'

// What happens elsewhere shows without a reload: by way of another web process, and after either side was cut off.

let second: Running

test.beforeAll(async ({ product }) => {
  second = await startBeside(product)
})
test.afterAll(() => second.stop())

const rowOf = (page: Page, no: string) => page.locator(`[data-row="${no}"]`)
const headOf = (page: Page) => page.getByRole('article').getByRole('heading').first()

const approve = async (api: Api, no: string) =>
  api.call('POST', `after-sales/${no}/approve`, {}, await api.shopKey('nanzhi', 'MANAGER'))

test('what is done through one process shows on the screens of another', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page)
  await visit(page, `${second.address}/cases/${no}`)
  const later = await api.openCase({ title: '后来的一单' })
  await expect(rowOf(page, later)).toBeVisible()
  await api.call('POST', `after-sales/${no}/messages`, { text: '在右下角，照片发您了' })
  await expect(page.getByText('在右下角，照片发您了')).toBeVisible()
  await approve(api, no)
  await expect(headOf(page)).toContainText('已退款 ¥128.00')
  await expect(rowOf(page, no)).toBeHidden()
})

test('what was done while the processes were cut off from the news is caught up', async ({ page, api, product }) => {
  const no = await api.openCase()
  await signIn(page)
  await visit(page, `${second.address}/cases/${no}`)
  await cutOffNews(product)
  await approve(api, no)
  await expect(headOf(page)).toContainText('已退款 ¥128.00')
  // and heard again from then on
  const later = await api.openCase()
  await expect(rowOf(page, later)).toBeVisible()
})

test('what was done while the browser was offline is caught up', async ({ page, api, context }) => {
  const no = await api.openCase()
  await signIn(page, AGENT, `/cases/${no}`)
  await context.setOffline(true)
  await expect(page.getByText('已断线', { exact: true })).toBeVisible()
  await approve(api, no)
  await expect(headOf(page)).toContainText('不处理')
  await context.setOffline(false)
  await expect(headOf(page)).toContainText('已退款 ¥128.00')
  await expect(rowOf(page, no)).toBeHidden()
})

test('a tab in the background holds no connection, and catches up when it is looked at', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page)
  const streams: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/events')) streams.push(request.url())
  })
  await page.addInitScript(() => {
    let hidden = true
    Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') })
    addEventListener('look', () => {
      hidden = false
      document.dispatchEvent(new Event('visibilitychange'))
    })
  })
  await page.goto(`/cases/${no}`)
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
  await approve(api, no)
  await page.waitForLoadState('networkidle')
  expect(streams).toEqual([])
  await expect(headOf(page)).toContainText('不处理')
  await page.evaluate(() => dispatchEvent(new Event('look')))
  await expect(headOf(page)).toContainText('已退款 ¥128.00')
  expect(streams).toHaveLength(1)
})
