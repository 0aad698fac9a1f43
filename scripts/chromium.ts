import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { OperatorError } from '@/lib/operator-error'

// Without a screen the headless shell does the same with a fifth less work than the whole browser.
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']
const NAMES = [...SHELLS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

// Without a font for it, Chinese is boxes.
const PACKAGES = ['chromium-headless-shell', 'fonts-noto-cjk']

/**
 * The browser that drives the journeys: CHROME_PATH, else one on the PATH, else Playwright's own download, else, for
 * root on Debian, the packages that are installed now. Throws a sentence when there is none.
 */
export function findChromium(): string {
  const told = process.env.CHROME_PATH
  if (told) {
    if (existsSync(told)) return told
    throw new OperatorError(`CHROME_PATH is ${told}, but there is no such file.`)
  }
  const found = findOnPath() ?? findDownloaded() ?? (installFromDebian() ? findOnPath() : null)
  if (found !== null) return found
  throw new OperatorError(
    `There is no Chromium: install it (on Debian \`apt-get install ${PACKAGES.join(' ')}\`, elsewhere ` +
      '`npx playwright install chromium`), or name one with CHROME_PATH.',
  )
}

function findOnPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file)) ?? null
}

function findDownloaded(): string | null {
  const file = chromium.executablePath()
  return existsSync(file) ? file : null
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  return run('update') && run('install', '-y', ...PACKAGES)
}
