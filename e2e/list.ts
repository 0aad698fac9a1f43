import { type Api, expect, type Page } from './fixtures'

/** A shop of the agent's that no other journey looks at: what is opened there is in nobody's way. */
export const SHOP = 'shanye'

/** Opens so many cases there, a few at a time; returns their numbers. */
export async function openMany(api: Api, count: number): Promise<string[]> {
  const nos: string[] = []
  while (nos.length < count) {
    const some = Array.from({ length: Math.min(10, count - nos.length) }, () =>
      api.openCase({ shopId: SHOP, title: '长单里的' }),
    )
    nos.push(...(await Promise.all(some)))
  }
  return nos
}

/** Lets the desk show that shop. */
export async function showShop(page: Page): Promise<void> {
  await page.getByRole('button', { name: /换一家店铺/ }).click()
  await page.getByRole('menuitemradio', { name: /山野集户外/ }).click()
  await expect(page.getByRole('button', { name: /^山野集户外/ })).toBeVisible()
}

export const listOf = (page: Page) => page.getByRole('listbox', { name: '售后单' })
export const rowOf = (page: Page, no: string) => page.locator(`[data-row="${no}"]`)
