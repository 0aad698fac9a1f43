import { expectClean, LOCALES, wear } from './axe'
import { expect, MANAGER, signIn, test, visit } from './fixtures'

for (const locale of LOCALES)
  test(`axe finds nothing, ${locale}`, async ({ page, api }) => {
    // many screens, each looked at by a program that takes its time
    test.slow()
    const no = await api.openCase()
    await wear(page, locale)
    await page.goto('/sign-in')
    await expectClean(page)
    await signIn(page, MANAGER)
    await expect(page.getByRole('listbox')).toBeVisible()
    await expectClean(page)
    await visit(page, `/cases/${no}`)
    await expect(page.getByRole('article')).toBeVisible()
    await expectClean(page)
    await page.keyboard.press('a')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expectClean(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectClean(page)
    await visit(page, '/cases?tab=CLOSED')
    await expect(page.getByRole('listbox')).toBeVisible()
    await expectClean(page)
    for (const path of ['/refunds', '/rules', '/settings/webhooks', '/cases/AS-none']) {
      await page.goto(path)
      await expectClean(page)
    }
  })
