import { randomUUID } from 'node:crypto'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { drawPhoto } from './photo'
import { PLATFORM_KEY, type Product, startProduct } from './product'

/** What journeys begin with: cases of their own, opened through the API as the platform would, and somebody signed in. */

export { PLATFORM_KEY }
export const AGENT = 'linxiao@nanzhi.example'
export const MANAGER = 'zhouning@nanzhi.example'
export const SUPPORT = 'support@afterdesk.example'

type ServiceType = 'EXCHANGE' | 'REPAIR' | 'INSTALLATION' | 'SETUP' | 'TRAINING' | 'COMPLAINT'
export type NewCase = {
  type?: 'REFUND_ONLY' | 'RETURN_REFUND' | ServiceType
  shopId?: string
  title?: string
  amountFen?: number
  attachmentIds?: string[]
}
export type Api = {
  /** One call; throws unless it is answered with 2xx. Without a key it speaks for the platform. */
  call(method: 'GET' | 'PUT' | 'POST', path: string, body?: object, key?: string): Promise<Record<string, unknown>>
  /** A case on an order of its own; returns its number. */
  openCase(what?: NewCase): Promise<string>
  /** A photo of the buyer's; returns its id. */
  sendPhoto(name: string): Promise<string>
  /** A key of the shop's merchant side. */
  shopKey(shopId: string, role?: 'AGENT' | 'MANAGER'): Promise<string>
}

// one for each shop and role: a shop has room for so many
const shopKeys = new Map<string, string>()

export const test = base.extend<{ api: Api }, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const product = await startProduct()
      process.env.AFTERDESK_E2E_ADDRESS = product.address
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ product }, use) => use(product.address),
  api: async ({ request }, use) => {
    const call: Api['call'] = async (method, path, body, key = PLATFORM_KEY) => {
      const response = await request.fetch(`/api/v1/${path}`, {
        method,
        headers: { authorization: `Bearer ${key}` },
        ...(body && { data: body }),
      })
      const answer = await response.json()
      if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${JSON.stringify(answer)}`)
      return answer
    }
    await use({
      call,
      async openCase({
        type = 'REFUND_ONLY',
        shopId = 'nanzhi',
        title = '测试用羊毛毯',
        amountFen = 12800,
        attachmentIds,
      } = {}) {
        const orderNo = `E2E-${randomUUID()}`
        const { now } = await call('GET', 'sandbox/clock')
        await call('PUT', `orders/${orderNo}`, {
          shopId,
          buyer: { id: `buyer-${orderNo}`, name: '沈清和', phone: '13800006021' },
          currency: 'CNY',
          totalFen: amountFen,
          paidAt: new Date(Date.parse(String(now)) - 86_400_000).toISOString(),
          lines: [{ lineNo: 1, sku: 'E2E', title, quantity: 1, paidFen: amountFen }],
        })
        // what is served names no amount
        const lines = [{ lineNo: 1, quantity: 1, ...(/REFUND/.test(type) && { amountFen }) }]
        const opened = await call('POST', 'after-sales', {
          orderNo,
          type,
          lines,
          reason: 'QUALITY_DEFECT',
          description: '边角开线',
          ...(attachmentIds && { attachmentIds }),
        })
        return String(opened.no)
      },
      async sendPhoto(name) {
        const file = { name, mimeType: 'image/jpeg', buffer: await drawPhoto() }
        const headers = { authorization: `Bearer ${PLATFORM_KEY}` }
        const response = await request.post('/api/v1/files', { headers, multipart: { file } })
        if (!response.ok()) throw new Error(`POST files: ${response.status()} ${await response.text()}`)
        return String((await response.json()).id)
      },
      async shopKey(shopId, role = 'AGENT') {
        const known = shopKeys.get(`${shopId} ${role}`)
        const key = known ?? String((await call('POST', 'sandbox/shop-keys', { shopId, role })).key)
        shopKeys.set(`${shopId} ${role}`, key)
        return key
      },
    })
  },
})

export { expect, type Page }

const SESSION = 'next-auth.session-token'
type Cookie = Awaited<ReturnType<BrowserContext['cookies']>>[number]
/** The sessions that the form has begun, by who did. */
const sessions = new Map<string, Cookie>()

/** With the session that an earlier journey began, as in a browser that was closed meanwhile; the first goes by the form. */
export async function signIn(page: Page, email = AGENT, next = '/cases'): Promise<void> {
  const session = sessions.get(email)
  if (session) {
    await page.context().addCookies([session])
    await page.goto(next)
    // whoever was put out meanwhile has to say anew who he is
    if (!new URL(page.url()).pathname.startsWith('/sign-in')) return ready(page)
  }
  await signInByForm(page, email, next)
  const begun = (await page.context().cookies()).find(({ name }) => name === SESSION)
  if (begun) sessions.set(email, begun)
}

export async function signInByForm(page: Page, email = AGENT, next = '/cases'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill('afterdesk-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await ready(page)
}

/** Goes there, and waits until the page listens. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await ready(page)
}

/**
 * A key that is pressed before the page listens is lost, as it is for a person. The desk says when it does: live, and none
 * of its panes is busy any more.
 */
export async function ready(page: Page): Promise<void> {
  if (/^\/(cases|services|disputes|shop-disputes)/.test(new URL(page.url()).pathname)) {
    await page.getByText(/^(实时|Live)$/).waitFor({ state: 'attached' })
    await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
  } else await page.waitForLoadState('networkidle')
}

export async function speak(page: Page, locale: 'zh-CN' | 'en'): Promise<void> {
  const url = process.env.AFTERDESK_E2E_ADDRESS ?? ''
  await page.context().addCookies([{ name: 'locale', value: locale, url }])
}
