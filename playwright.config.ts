import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium'

const processes = '**/process.spec.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  retries: 0,
  // Each has a product of its own: within one the journeys share a server, its database and its clock, one after the other.
  workers: 2,
  globalSetup: './e2e/prepare.ts',
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  // nothing is proven by it: it ends what would never end, on the slowest of machines too
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // every step as the page was; a film of it costs more than the step
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
  projects: [
    { name: 'journeys', testIgnore: processes, use: { viewport: { width: 1440, height: 900 } } },
    // how a server ends, which takes its time where much else runs: last, and alone
    { name: 'process', testMatch: processes, dependencies: ['journeys'] },
  ],
})
