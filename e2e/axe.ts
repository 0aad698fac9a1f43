import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { speak } from './fixtures'

/** Every language and every scheme, each on every screen; a word is not darker in the other language. */
export const LOOKS = [
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'en', colorScheme: 'dark' },
] as const

/** How the page looks from now on. What still moves would be judged half way. */
export async function wear(page: Page, { locale, colorScheme }: (typeof LOOKS)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await speak(page, locale)
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No rule of WCAG 2.2 AA that a machine can check is broken on what the page shows now. */
export async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // what is in order need not be written down, and no screen has frames of another's
    .options({ runOnly: RULES, resultTypes: ['violations'], rules: { 'document-title': { enabled: false } } })
    .setLegacyMode()
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  // it comes a moment after the page that a click leads to
  await expect(page).toHaveTitle(/./)
}
