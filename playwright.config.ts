import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { PLATFORM_KEY } from './e2e/fixtures'
import { findChromium } from './scripts/chromium'

const phone = '**/*.phone.spec.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  retries: 0,
  // One after the other: the journeys share a server, its database and its clock.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  timeout: 30_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.AFTERDESK_E2E_ADDRESS,
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
    { name: 'desktop', testIgnore: phone, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testMatch: phone,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
  ],
  // The demo itself, on a port that is free and on data of its own; the address it prints is where the journeys go.
  webServer: {
    command: 'node --import tsx scripts/demo.ts',
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      AFTERDESK_SANDBOX: '1',
      AFTERDESK_DATA_DIR: keepDataDir(),
      AFTERDESK_PLATFORM_KEY: PLATFORM_KEY,
      // the receivers of the journeys listen on this machine
      AFTERDESK_WEBHOOK_ALLOW_PRIVATE: '1',
    },
    wait: { stdout: /Afterdesk is at (?<afterdesk_e2e_address>\S+)/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3_000 },
    timeout: 180_000,
  },
})

// This file is read once more in every worker: the first reading makes the folder, and takes it away at its end.
function keepDataDir(): string {
  const kept = process.env.AFTERDESK_E2E_DATA_DIR
  if (kept !== undefined) return kept
  const dir = mkdtempSync(join(tmpdir(), 'afterdesk-e2e-'))
  process.env.AFTERDESK_E2E_DATA_DIR = dir
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  return dir
}
