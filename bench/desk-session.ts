import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { z } from 'zod'
import { hashPassword } from '@/lib/auth/password'
import { findChromium } from '@/scripts/chromium'
import { database } from '@/tests/support/access'
import type { Request } from './load'

/** Somebody who works for the shop that is measured. */
export const AGENT = { id: 'bench', email: 'bench@shop.example', password: 'a password for the bench' }

/** Puts him into the database that we are turned to. */
export async function hireAgent(): Promise<void> {
  await database.query(`INSERT INTO "User" ("id", "email", "name", "passwordHash") VALUES ($1, $2, '林晓', $3)`, [
    AGENT.id,
    AGENT.email,
    await hashPassword(AGENT.password),
  ])
  await database.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ('big', $1, 'AGENT')`, [AGENT.id])
}

/** Signs him in as a person does. */
export async function signInAgent(browser: BrowserContext, address: string): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`${address}/sign-in`)
  await page.locator('input[type=email]').fill(AGENT.email)
  await page.locator('input[type=password]').fill(AGENT.password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/cases')
  await page.close()
}

/** The cookies of his session, for who is no browser. */
export async function takeCookies(address: string): Promise<string> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ locale: 'zh-CN' })
    await signInAgent(context, address)
    return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  } finally {
    await browser.close()
  }
}

const manifestSchema = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) })

/** How a page calls a server action of the build in this folder, as the browser does. */
export async function actionCaller(build: string, exportedName: string) {
  const manifest = JSON.parse(await readFile(join(build, '.next/server/server-reference-manifest.json'), 'utf8'))
  const found = Object.entries(manifestSchema.parse(manifest).node).find(([, one]) => one.exportedName === exportedName)
  if (!found) throw new Error(`${build} has no action ${exportedName}.`)
  return (address: string, path: string, args: readonly unknown[], cookie: string): Request => ({
    method: 'POST',
    path,
    headers: {
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      'next-action': found[0],
      origin: address,
      cookie,
    },
    body: JSON.stringify(args),
    expect: '"ok":true',
  })
}
