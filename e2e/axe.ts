import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { speak } from './fixtures'

const [FIRST, SECOND] = ['light', 'dark'] as const

/** Both languages, for the screens that everybody sees; all others are looked at in one. */
export const LOCALES = ['zh-CN', 'en'] as const

/** How the page looks from now on. What still moves would be judged half way. */
export async function wear(page: Page, locale: (typeof LOCALES)[number] = 'zh-CN'): Promise<void> {
  await page.emulateMedia({ colorScheme: FIRST, reducedMotion: 'reduce' })
  await speak(page, locale)
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What another scheme can break. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** No rule of WCAG 2.2 AA that a machine can check is broken on what the page shows now, in its own scheme and in the dark. */
export async function expectClean(page: Page): Promise<void> {
  expect(await findViolations(page, { runOnly: RULES, rules: { 'document-title': { enabled: false } } })).toEqual([])
  // it comes a moment after the page that a click leads to
  await expect(page).toHaveTitle(/./)
  await page.emulateMedia({ colorScheme: SECOND })
  await expect(page.locator('html')).toHaveClass(/(^| )dark( |$)/)
  expect(await findViolations(page, { runOnly: RULES_OF_COLOUR })).toEqual([])
  await page.emulateMedia({ colorScheme: FIRST })
}

async function findViolations(page: Page, rules: Parameters<AxeBuilder['options']>[0]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // what is in order need not be written down, and no screen has frames of another's
    .options({ ...rules, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
