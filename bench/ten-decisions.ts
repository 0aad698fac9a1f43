import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '@/scripts/chromium'
import { runDemo } from '@/tests/support/running'
import type { Finding } from './finding'

/**
 * From opening the queue to so many decided cases by keyboard alone, on the demo in a real browser: how many keys, and how
 * long: `npx tsx bench/ten-decisions.ts [10] [--json file]`. A key is pressed as soon as what it is for is to be seen.
 */

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const wanted = Number(positionals[0] ?? 10)

const PANE = 'article[data-pane=case][aria-busy=false]'
const CONFIRMATION = '[role=alertdialog]'
/** Longer than any case takes to show what it asks: then it has nothing to be confirmed. */
const NOTHING_MS = 3000

const demo = await runDemo()
const browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: false })
try {
  const page = await browser.newPage({ baseURL: demo.address, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await signIn(page)
  const { keys, decided, ms } = await decide(page)
  const perCase = ms.map((until, n) => Math.round(until - (ms[n - 1] ?? 0)))
  const result = {
    decided: decided.length,
    keys: keys.length,
    keysPerCase: keys.length / decided.length,
    seconds: Number(((ms.at(-1) ?? 0) / 1000).toFixed(2)),
    msPerCase: perCase,
    pressed: keys.join(' '),
    cases: decided,
  }
  console.log(`${result.decided} cases decided by ${result.keys} keys in ${result.seconds} s: ${result.pressed}`)
  console.log(JSON.stringify(result, null, 2))
  if (values.json) await writeFile(values.json, JSON.stringify({ findings: findingsOf(result), ...result }, null, 2))
} finally {
  await browser.close()
  await demo.stop()
}

function findingsOf({ decided, keys, seconds }: { decided: number; keys: number; seconds: number }): Finding[] {
  return [
    { name: `${decided} decided cases: keys`, value: keys, unit: '' },
    { name: `from opening the queue to ${decided} decided cases`, value: seconds, unit: 's' },
  ]
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[type=email]').fill('linxiao@nanzhi.example')
  await page.locator('input[type=password]').fill('afterdesk-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/cases')
}

/** `ms`: from the opening of the queue to each decision's answer. */
async function decide(page: Page): Promise<{ keys: string[]; decided: string[]; ms: number[] }> {
  const [keys, decided, ms]: [string[], string[], number[]] = [[], [], []]
  const press = async (key: string) => {
    keys.push(key.toUpperCase())
    await page.keyboard.press(key)
  }
  const begun = performance.now()
  await page.goto('/cases')
  await page.locator('main section[aria-busy=false]').first().waitFor()
  while (decided.length < wanted) {
    await press('a')
    const asked = await page.waitForSelector(CONFIRMATION, { timeout: NOTHING_MS }).catch(() => null)
    const no = numberIn(page)
    if (asked === null) await press('j')
    else {
      await page.locator(`${CONFIRMATION} button:focus`).waitFor()
      await press('Enter')
      decided.push(no)
    }
    await page.waitForURL((url) => !url.pathname.endsWith(`/${no}`))
    ms.push(...(asked === null ? [] : [performance.now() - begun]))
    if (numberIn(page) === '') throw new Error(`The queue ended after ${decided.length} decisions.`)
    await page
      .locator(PANE)
      .and(page.locator(`[aria-label$="${numberIn(page)}"]`))
      .waitFor()
  }
  return { keys, decided, ms }
}

function numberIn(page: Page): string {
  return /\/cases\/(\w+)/.exec(page.url())?.[1] ?? ''
}
