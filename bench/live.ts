import { writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { createKey } from '@/lib/auth/api-keys'
import { addMember } from '@/lib/members/operator'
import { ensureBuild } from '@/scripts/build'
import { findChromium } from '@/scripts/chromium'
import { openCase } from '@/tests/support/cases'
import { median, withDatabase } from './database'
import { type Finding, formatFindings } from './finding'
import { startProduct } from './servers'

/**
 * How soon what comes in by one web process shows on a screen that another serves: `npx tsx bench/live.ts [changes] [--json file]`. From
 * the request of the API until the words stand in the browser.
 */

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const changes = Number(positionals[0] ?? 30)
/** One change is measured, not how many at once a machine can bear. */
const PAUSE_MS = 1500
const EMAIL = 'bench@shop.example'

await withDatabase(async () => {
  if (!ensureBuild()) throw new Error('The product cannot be built.')
  const { no, shopId } = await openCase()
  const added = await addMember({ email: EMAIL, name: '林晓', shopId, role: 'AGENT' })
  const key = await createKey({ name: 'bench', shopId: null })
  if (!added.ok || !added.password || !key) throw new Error('Nobody can sign in.')
  const url = process.env.DATABASE_URL ?? ''
  const [first, second] = await Promise.all([startProduct(url), startProduct(url)])
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
    await signIn(page, `${second.address}/sign-in?next=/cases/${no}`, added.password)
    const late: number[] = []
    for (let index = 0; index < changes; index++) {
      const text = `第 ${index} 句话`
      await wait(PAUSE_MS)
      const begun = performance.now()
      const answer = await fetch(`${first.address}/api/v1/after-sales/${no}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      })
      if (!answer.ok) throw new Error(await answer.text())
      await page.getByText(text, { exact: true }).waitFor()
      late.push(performance.now() - begun)
    }
    const findings: Finding[] = [
      { name: `${changes} changes: shown after, in the middle`, value: median(late), unit: 'ms' },
      {
        name: `${changes} changes: shown after, at the latest`,
        value: Math.max(...late),
        unit: 'ms',
        target: { atMost: 2000 },
      },
    ]
    console.log(formatFindings(findings))
    if (values.json) await writeFile(values.json, JSON.stringify({ findings, late }, null, 2))
  } finally {
    await browser.close()
    await Promise.all([first.stop(), second.stop()])
  }
})

async function signIn(page: Page, address: string, password: string): Promise<void> {
  await page.goto(address)
  await page.locator('input[type=email]').fill(EMAIL)
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByText('实时', { exact: true }).waitFor()
}
