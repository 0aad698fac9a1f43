import { expect, PLATFORM_KEY, test } from './fixtures'

test('the API is shown from our own house, and can be tried', async ({ page, baseURL, api }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin) complaints.push(request.url())
  })
  const no = await api.openCase()
  const response = await page.goto('/api/docs#/Cases/getAfterSale')
  expect(response?.headers()['content-security-policy']).toContain(`default-src 'self'; script-src 'self' 'nonce-`)
  await expect(page.getByRole('heading', { name: 'Afterdesk API' })).toBeVisible()

  await page.getByRole('button', { name: 'Authorize' }).click()
  await page.getByRole('textbox', { name: 'auth-bearer-value' }).fill(PLATFORM_KEY)
  await page.getByRole('button', { name: 'Apply credentials' }).click()
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByPlaceholder('no', { exact: true }).fill(no)
  await page.getByRole('button', { name: 'Execute' }).click()
  await expect(page.getByText(`"no": "${no}"`)).toBeVisible()
  expect(complaints).toEqual([])
})
