import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { findChromium } from '@/scripts/chromium'
import { fillCases, median, withDatabase } from './database'
import { hireAgent, signInAgent } from './desk-session'
import type { Finding } from './finding'
import { buildWith, type Server, startBare, startProduct } from './servers'

/**
 * What the queue's page costs a browser, beside a bare page of Next.js, measured by lighthouse in turns:
 * `npx tsx bench/page.ts [cases] [--rounds 3] [--json file]`.
 */

/** What lighthouse shows as 0: less than the thousandth part of the screen. */
const NOTHING_MOVES = 0.0005
/** Compressed JavaScript that the queue may load above the bare page, in kB. */
const BUDGET_KB = 60

type Visit = { scriptKb: number; lcpMs: number; cls: number; blockedMs: number }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, json: { type: 'string' } },
})
const cases = Number(positionals[0] ?? 1000)
const rounds = Number(values.rounds)

buildWith('bare')
await withDatabase(async () => {
  await fillCases(cases)
  await hireAgent()
  const folder = await mkdtemp(join(tmpdir(), 'afterdesk-bench-browser-'))
  const servers: Server[] = []
  try {
    const product = await startProduct(process.env.DATABASE_URL ?? '')
    servers.push(product)
    const bare = await startBare()
    servers.push(bare)
    const browser = await openBrowser(folder)
    try {
      await signInAgent(browser, product.address)
      await measure(browser, await portOf(folder), { bare: bare.address, queue: `${product.address}/cases` })
    } finally {
      await browser.close()
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    await rm(folder, { recursive: true, force: true })
  }
})

async function measure(browser: BrowserContext, port: number, urls: { bare: string; queue: string }): Promise<void> {
  const visits: { bare: Visit[]; queue: Visit[] } = { bare: [], queue: [] }
  for (let round = 0; round < rounds; round++) {
    visits.bare.push(await visit(browser, port, urls.bare))
    visits.queue.push(await visit(browser, port, urls.queue))
  }
  const summary = { bare: summarize(visits.bare), queue: summarize(visits.queue) }
  const above = summary.queue.scriptKb - summary.bare.scriptKb
  console.log(`medians of ${rounds} visits, lighthouse's desktop, ${cases} cases in the database (30 % in the shop)\n`)
  console.log(
    `${''.padEnd(8)}${'JavaScript'.padStart(12)}${'LCP'.padStart(10)}${'CLS'.padStart(8)}${'blocked'.padStart(10)}`,
  )
  for (const [name, { scriptKb, lcpMs, cls, blockedMs }] of Object.entries(summary))
    console.log(
      `${name.padEnd(8)}${`${scriptKb.toFixed(1)} kB`.padStart(12)}${`${lcpMs.toFixed(0)} ms`.padStart(10)}${cls.toFixed(3).padStart(8)}${`${blockedMs.toFixed(0)} ms`.padStart(10)}`,
    )
  console.log(`\nThe queue loads ${above.toFixed(1)} kB above the bare page; the budget is ${BUDGET_KB} kB.`)
  const findings: Finding[] = [
    { name: 'JavaScript of the queue above a bare page', value: above, unit: 'kB', target: { atMost: BUDGET_KB } },
    { name: 'queue: largest contentful paint', value: summary.queue.lcpMs, unit: 'ms' },
    { name: 'bare page: largest contentful paint', value: summary.bare.lcpMs, unit: 'ms' },
    { name: 'queue: layout shift', value: summary.queue.cls, unit: '', target: { atMost: NOTHING_MOVES } },
  ]
  if (values.json)
    await writeFile(values.json, JSON.stringify({ findings, cases, rounds, above, summary, visits }, null, 2))
  if (above > BUDGET_KB) process.exitCode = 1
}

/** With an empty cache, in the browser that is signed in. */
async function visit(browser: BrowserContext, port: number, url: string): Promise<Visit> {
  await forgetCached(browser)
  const result = await lighthouse(
    url,
    { port, output: 'json', logLevel: 'error', onlyCategories: ['performance'], disableStorageReset: true },
    desktopConfig,
  )
  if (!result || result.lhr.runtimeError) throw new Error(`lighthouse: ${result?.lhr.runtimeError?.message}`)
  const { audits, finalDisplayedUrl } = result.lhr
  if (finalDisplayedUrl !== url && finalDisplayedUrl !== `${url}/`) throw new Error(`Went to ${finalDisplayedUrl}.`)
  const numberOf = (audit: string) => audits[audit]?.numericValue ?? Number.NaN
  return {
    scriptKb: (await scriptBytes(audits['network-requests']?.details)) / 1000,
    lcpMs: numberOf('largest-contentful-paint'),
    cls: numberOf('cumulative-layout-shift'),
    blockedMs: numberOf('total-blocking-time'),
  }
}

/** The session stays. */
async function forgetCached(browser: BrowserContext): Promise<void> {
  const page = await browser.newPage()
  const devtools = await browser.newCDPSession(page)
  await devtools.send('Network.clearBrowserCache')
  await page.close()
}

/** The scripts that were loaded as they come over the wire, without the answers' heads. */
async function scriptBytes(details: unknown): Promise<number> {
  const items = typeof details === 'object' && details !== null && 'items' in details ? details.items : []
  if (!Array.isArray(items)) return Number.NaN
  const scripts = items.filter(({ resourceType }) => resourceType === 'Script').map(({ url }) => String(url))
  const sizes = scripts.map(async (url) => {
    const { headers } = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
    return Number(headers.get('content-length'))
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

function summarize(visits: readonly Visit[]): Visit {
  const of = (field: keyof Visit) => median(visits.map((one) => one[field]))
  return { scriptKb: of('scriptKb'), lcpMs: of('lcpMs'), cls: of('cls'), blockedMs: of('blockedMs') }
}

async function openBrowser(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    chromiumSandbox: false,
    locale: 'zh-CN',
    args: ['--remote-debugging-port=0', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
  })
}

/** Where the browser lets itself be driven; it says so in a file. */
async function portOf(folder: string): Promise<number> {
  const [port] = (await readFile(join(folder, 'DevToolsActivePort'), 'utf8')).split('\n')
  return Number(port)
}
