import { AGENT, expect, type Page, signIn, test } from './fixtures'

// Among the last: it moves the whole system's time.

/** What moved by itself since the page was opened, by the browser's own account. */
async function shiftsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => window.shifts)
}

declare global {
  interface Window {
    shifts: string[]
  }
  interface LayoutShift extends PerformanceEntry {
    value: number
    hadRecentInput: boolean
    sources: readonly { node: Node | null }[]
  }
}

for (const forecast of ['open', 'folded'])
  test(`hours pass, cases come and go, and nothing is laid out anew, forecast ${forecast}`, async ({ page, api }) => {
    test.slow()
    await page.addInitScript(() => {
      window.shifts = []
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as LayoutShift[])
          if (!entry.hadRecentInput)
            window.shifts.push(
              `${entry.value} ${entry.sources
                .map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 200) : node?.textContent))
                .join(' + ')}`,
            )
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const nos: string[] = []
    for (let opened = 0; opened < 12; opened++) nos.push(await api.openCase({ title: `来来去去 ${opened}` }))
    const url = process.env.AFTERDESK_E2E_ADDRESS ?? ''
    await page.context().addCookies([{ name: 'forecast', value: forecast, url }])
    await signIn(page, AGENT, '/cases?sort=NEWEST')
    await page.evaluate(() => {
      window.shifts = []
    })
    for (let hour = 0; hour < 8; hour++) {
      const fresh = await api.openCase({ title: `第 ${hour} 小时` })
      await expect(page.locator(`[data-row="${fresh}"]`)).toBeVisible()
      await api.call('POST', `after-sales/${nos[hour]}/withdraw`, {})
      await expect(page.locator(`[data-row="${nos[hour]}"]`)).toHaveCount(0)
      await api.call('POST', 'sandbox/clock', { advanceMs: 3_600_000 })
      await expect(page.locator(`[data-row="${fresh}"]`)).toBeVisible()
    }
    // what ticks goes on ticking meanwhile
    await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(10_000)
    expect(await shiftsOf(page)).toEqual([])
  })
