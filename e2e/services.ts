import type { Locator } from '@playwright/test'
import type { Api, Page } from './fixtures'
import { expect } from './fixtures'

/** What the journeys of services begin with; the buyer speaks by the API. */

export const paneOf = (page: Page, no: string) => page.getByRole('article', { name: new RegExp(no) })
export const columnOf = (page: Page, name: string) => page.getByRole('listbox', { name })

/** A return on which the merchant has proposed an exchange. */
export async function openProposed(api: Api, title = '换色的盖毯'): Promise<string> {
  const no = await api.openCase({ type: 'RETURN_REFUND', title })
  const proposal = { kind: 'EXCHANGE', note: '免费换成驼色，来回运费我们出' }
  await api.call('POST', `after-sales/${no}/service-proposal`, proposal, await api.shopKey('nanzhi'))
  return no
}

export async function reachBuyer(api: Api, no: string): Promise<void> {
  const contact = { channel: 'PHONE', outcome: 'REACHED', note: '买家说可以换' }
  await api.call('POST', `after-sales/${no}/contacts`, contact, await api.shopKey('nanzhi'))
}

/** What the merchant does on a service. */
export async function recordStep(api: Api, no: string, step: string): Promise<void> {
  await api.call('POST', `after-sales/${no}/service-step`, { step }, await api.shopKey('nanzhi'))
}

/** A key that is pressed before the case listens is lost; it is pressed until it does what it should. */
export async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  await expect(async () => {
    if (!(await shown.isVisible())) await page.keyboard.press(key)
    await expect(shown).toBeVisible({ timeout: 1000 })
  }).toPass()
}
