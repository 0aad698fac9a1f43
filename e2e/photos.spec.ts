import type { Locator, Page } from '@playwright/test'
import { expectClean, wear } from './axe'
import { AGENT, type Api, expect, signIn, test, visit } from './fixtures'
import { drawPhoto } from './photo'

/** A case whose goods are back with the merchant. */
async function openReturned(api: Api): Promise<string> {
  const no = await api.openCase({ type: 'RETURN_REFUND' })
  await api.call('POST', `after-sales/${no}/approve`, {}, await api.shopKey('nanzhi'))
  await api.call('POST', `after-sales/${no}/return-shipment`, { carrier: '顺丰', trackingNo: 'SF1447209366' })
  return no
}

const jpeg = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await drawPhoto() })

/** What Ctrl+V does with a picture in the clipboard, while no field is written in. */
async function pastePhoto(page: Page): Promise<void> {
  const bytes = (await drawPhoto('#a88f8f')).toString('base64')
  await page.evaluate((base64) => {
    const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([content], 'image.jpg', { type: 'image/jpeg' }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, bytes)
}

/** Lets go of a file over it. */
async function dropPhoto(page: Page, over: Locator): Promise<void> {
  const bytes = (await drawPhoto('#8fa890')).toString('base64')
  const dataTransfer = await page.evaluateHandle((base64) => {
    const transfer = new DataTransfer()
    const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    transfer.items.add(new File([content], '吊牌.jpg', { type: 'image/jpeg' }))
    return transfer
  }, bytes)
  await over.getByRole('textbox').dispatchEvent('dragover', { dataTransfer })
  await expect(over.getByText('松开就添加')).toBeVisible()
  await over.getByRole('textbox').dispatchEvent('drop', { dataTransfer })
}

test("looks at the buyer's photos without a mouse; meanwhile no key decides anything", async ({ page, api }) => {
  const attachmentIds = [await api.sendPhoto('正面.jpg'), await api.sendPhoto('开线处.jpg')]
  const no = await api.openCase({ attachmentIds })
  await signIn(page, AGENT, `/cases/${no}`)
  const thumb = page.getByRole('list', { name: '买家申请时发来的照片' }).getByRole('button', { name: /正面\.jpg/ })
  await thumb.press('Enter')
  const viewer = page.getByRole('dialog', { name: '看图' })
  await expect(viewer.getByRole('img', { name: '正面.jpg' })).toBeVisible()
  await expect(viewer.getByText('1 / 2')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(viewer.getByText('2 / 2')).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
  await expect(thumb).toBeFocused()
  await expect(page.getByRole('alertdialog')).toBeHidden()
})

test('takes photos for the inspection from a file, from the clipboard and by dragging, and puts them on record', async ({
  page,
  api,
}) => {
  const no = await openReturned(api)
  await signIn(page, AGENT, `/cases/${no}`)
  const inspection = page.getByRole('region', { name: /验货/ })
  const choosing = page.waitForEvent('filechooser')
  await inspection.getByRole('button', { name: '添加照片或 PDF' }).click()
  await (await choosing).setFiles(await jpeg('外箱.jpg'))
  await pastePhoto(page)
  await dropPhoto(page, inspection)
  const added = inspection.getByRole('list', { name: '已添加的文件' })
  await expect(added.getByRole('listitem')).toHaveCount(3)
  await expect(inspection.getByText('3 张 · 可直接粘贴')).toBeVisible()
  await expect(inspection.getByRole('progressbar')).toHaveCount(0)

  await visit(page, `/cases/${no}`)
  await expect(added.getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('a')
  await expect(page.getByRole('alertdialog')).toContainText('记入 3 张照片')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已确认收货，退款 ¥128.00 给 沈**')).toBeVisible()

  await visit(page, `/cases/${no}`)
  await expect(inspection.getByText(/林晓 验货/)).toBeVisible()
  const recorded = inspection.getByRole('list', { name: '验货照片' })
  await expect(recorded.getByRole('button')).toHaveCount(3)
  await recorded.getByRole('button', { name: /外箱\.jpg/ }).click()
  await expect(page.getByRole('dialog').getByRole('img', { name: '外箱.jpg' })).toBeVisible()
})

test('a program that calls itself a photo is refused in words, and nothing is decided with it', async ({
  page,
  api,
}) => {
  const no = await openReturned(api)
  await signIn(page, AGENT, `/cases/${no}`)
  const inspection = page.getByRole('region', { name: /验货/ })
  const program = { name: '吊牌.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(`MZ${'\0'.repeat(512)}`) }
  await inspection.locator('input[type=file]').setInputFiles(program)
  await expect(inspection.getByText('吊牌.jpg：只能传 JPEG、PNG、WebP 图片或 PDF')).toBeVisible()
  await page.keyboard.press('a')
  const confirm = page.getByRole('alertdialog').getByRole('button', { name: /^确认退款/ })
  await expect(confirm).toHaveAccessibleDescription('1 个文件没有传上，先重试或去掉')
  await inspection.getByRole('button', { name: /^去掉 吊牌\.jpg/ }).click()
  await expect(confirm).not.toHaveAttribute('aria-disabled')
})

test('what does not get through is tried again, and what fits no more is said', async ({ page, api }) => {
  const no = await openReturned(api)
  await signIn(page, AGENT, `/cases/${no}`)
  const inspection = page.getByRole('region', { name: /验货/ })
  const input = inspection.locator('input[type=file]')
  await page.route('**/api/desk/files*', (route) => route.abort())
  await input.setInputFiles(await jpeg('外箱.jpg'))
  await expect(inspection.getByText('外箱.jpg：没有连上服务器，没有传上去')).toBeVisible()
  await page.unroute('**/api/desk/files*')
  await inspection.getByRole('button', { name: '重试 外箱.jpg' }).click()
  await expect(inspection.getByText('1 张 · 可直接粘贴')).toBeVisible()
  await expect(inspection.getByText('没有连上服务器', { exact: false })).toBeHidden()
  await input.setInputFiles(await Promise.all([1, 2, 3, 4, 5, 6].map((n) => jpeg(`${n}.jpg`))))
  await expect(inspection.getByText('一次最多 6 个，有 1 个没有加上')).toBeVisible()
})

test('sends a photo with a few words, and only with them', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page, AGENT, `/cases/${no}`)
  const field = page.getByLabel('写给买家')
  await page.locator('input[type=file]').setInputFiles(await jpeg('同批次.jpg'))
  await expect(page.getByRole('button', { name: '发送' })).toHaveAccessibleDescription('照片要配一句话才能发')
  await field.fill('这是同一批次的实物照片')
  await field.press('Enter')
  const sent = page.getByRole('listitem').filter({ hasText: '这是同一批次的实物照片' })
  await expect(sent.getByRole('button', { name: /同批次\.jpg/ })).toBeVisible()
  await expect(page.getByRole('list', { name: '已添加的文件' })).toBeHidden()
  const { data } = await api.call('GET', `after-sales/${no}/messages`)
  expect(data).toMatchObject([{ text: '这是同一批次的实物照片', attachments: [{ mediaType: 'image/jpeg' }] }])
})

test('a photo that the server knows no more leaves the draft with a word', async ({ page, api }) => {
  const no = await api.openCase()
  await page.addInitScript(
    (key) =>
      sessionStorage.setItem(key, JSON.stringify([{ id: 'file_gone', name: '旧.jpg', mediaType: 'image/jpeg' }])),
    `afterdesk:files:message:${no}`,
  )
  await signIn(page, AGENT, `/cases/${no}`)
  const field = page.getByLabel('写给买家')
  await field.fill('照片如下')
  await field.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: '“旧.jpg”已不能用' })).toBeVisible()
  await expect(field).toHaveValue('照片如下')
  await expect(page.getByRole('list', { name: '已添加的文件' })).toBeHidden()
})

test('axe finds nothing on photos', async ({ page, api }) => {
  const no = await openReturned(api)
  await wear(page)
  await signIn(page, AGENT, `/cases/${no}`)
  const inspection = page.getByRole('region', { name: /验货|Inspection/ })
  const input = inspection.locator('input[type=file]')
  await input.setInputFiles([await jpeg('a.jpg'), { name: 'b.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('b') }])
  await expect(inspection.getByText(/b\.jpg[:：]/)).toBeVisible()
  await expect(inspection.getByRole('progressbar')).toHaveCount(0)
  await expectClean(page)
  await inspection
    .getByRole('button', { name: /a\.jpg/ })
    .first()
    .press('Enter')
  await expect(page.getByRole('dialog').getByRole('img', { name: 'a.jpg' })).toBeVisible()
  await expectClean(page)
})
