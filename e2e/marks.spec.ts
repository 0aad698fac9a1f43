import { randomUUID } from 'node:crypto'
import { expectClean, wear } from './axe'
import { AGENT, expect, MANAGER, type Page, ready, signIn, test, visit } from './fixtures'

const rowOf = (page: Page, title: string) => page.getByRole('option', { name: new RegExp(title) })
const notesOf = (page: Page) => page.getByRole('region', { name: '内部备注' })
const noteField = (page: Page) => page.getByLabel('内部备注，仅店内可见')
const uniqueTitle = () => `羊毛毯 ${randomUUID().slice(0, 8)}`

/** Opens the picker by its key, and waits until it can be chosen from. */
async function openPicker(page: Page, key: 'i' | 'f'): Promise<void> {
  await page.keyboard.press(key)
  const list = page.getByRole('listbox', { name: key === 'i' ? '指派' : '标记' })
  await expect(list).toBeFocused()
  await expect(list).toHaveAttribute('aria-busy', 'false')
}

test('an agent takes a case, flags it and writes a note by keys alone, and takes back what was too quick', async ({
  page,
  api,
}) => {
  const title = uniqueTitle()
  const no = await api.openCase({ title })
  await signIn(page, AGENT, `/cases/${no}?search=${no}`)
  await expect(page.getByRole('button', { name: '未指派' })).toBeVisible()
  const pane = page.getByRole('article')
  await pane.focus()
  await openPicker(page, 'i')
  await expect(page.getByRole('option', { name: '不指派' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${no} 已指派给 林晓`)).toBeVisible()
  await expect(page.getByRole('button', { name: '负责人：林晓' })).toBeVisible()
  await expect(rowOf(page, title).getByRole('img', { name: '负责人：林晓' })).toBeVisible()
  // the keys go on where they were
  await expect(pane).toBeFocused()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已撤销')).toBeVisible()
  await expect(page.getByRole('button', { name: '未指派' })).toBeVisible()

  await pane.focus()
  await openPicker(page, 'f')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '标记：待跟进' })).toBeVisible()
  await expect(rowOf(page, title)).toContainText('待跟进')

  await page.keyboard.press('m')
  await expect(noteField(page)).toBeFocused()
  // letters are the note's, not the desk's
  await page.keyboard.type('if am')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  // the input method's Enter saves nothing, and what was begun is there after a reload
  await noteField(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
  await noteField(page).fill('补偿最多 30 元')
  await page.reload()
  await ready(page)
  await expect(noteField(page)).toHaveValue('补偿最多 30 元')
  await noteField(page).focus()
  await page.keyboard.press('Enter')
  await expect(notesOf(page).getByText('补偿最多 30 元')).toBeVisible()
  await expect(noteField(page)).toHaveCount(0)
  await expect(notesOf(page).getByText('仅店内可见')).toBeVisible()
  await expect(notesOf(page).getByRole('listitem')).toHaveText([
    /林晓 接手/,
    /林晓 取消了指派/,
    /林晓 标为“待跟进”/,
    /林晓.*补偿最多 30 元/s,
  ])
})

test('colleagues see each other’s marks at once, none undoes the other’s, and a decision goes through', async ({
  page,
  browser,
  api,
}) => {
  const title = uniqueTitle()
  const no = await api.openCase({ title })
  await signIn(page, AGENT, `/cases/${no}?search=${no}`)
  const theirs = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const colleague = await theirs.newPage()
  await signIn(colleague, MANAGER, `/cases/${no}?search=${no}`)

  // what is being confirmed meanwhile stays as it is
  await page.keyboard.press('a')
  const confirmation = page.getByRole('alertdialog')
  await expect(confirmation).toBeVisible()
  await openPicker(colleague, 'i')
  await colleague.getByRole('option', { name: '林晓', exact: true }).click()
  await expect(page.getByRole('button', { name: '负责人：林晓' })).toBeVisible()
  await expect(rowOf(page, title).getByRole('img', { name: '负责人：林晓' })).toBeVisible()
  await expect(confirmation).toBeVisible()

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '负责人：林晓' }).click()
  await page.getByRole('option', { name: '不指派' }).click()
  await expect(colleague.getByRole('button', { name: '未指派' })).toBeVisible()
  // it is not as the colleague had put it any more
  await colleague.getByRole('button', { name: '撤销' }).click()
  await expect(colleague.getByText('没有撤销：同事刚刚又改过')).toBeVisible()
  await colleague.getByRole('button', { name: '标记', exact: true }).click()
  await colleague.getByRole('option', { name: '有风险' }).click()
  await expect(page.getByRole('button', { name: '标记：有风险' })).toBeVisible()

  await page.keyboard.press('a')
  await confirmation.getByRole('button', { name: /退款 ¥128\.00/ }).click()
  await expect(rowOf(colleague, title)).not.toContainText('不处理')
  await theirs.close()
})

test('the queue is narrowed by who looks after a case and by its flag', async ({ page, api }) => {
  const title = uniqueTitle()
  const no = await api.openCase({ title })
  await signIn(page, AGENT, `/cases/${no}?search=${no}`)
  await openPicker(page, 'i')
  await page.getByRole('option', { name: '周宁' }).click()
  await expect(page.getByRole('button', { name: '负责人：周宁' })).toBeVisible()
  await openPicker(page, 'f')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '标记：优先' })).toBeVisible()

  await visit(page, `/cases?search=${no}`)
  await page.getByRole('button', { name: '筛选' }).click()
  const panel = page.getByRole('dialog', { name: '筛选' })
  await panel.getByLabel('负责人').click()
  await expect(page.getByRole('option')).toContainText(['不限', '我', '其他人', '未指派', '周宁'])
  await page.getByRole('option', { name: '周宁' }).click()
  await panel.getByLabel('标记').click()
  await page.getByRole('option', { name: '优先' }).click()
  await panel.getByRole('button', { name: '应用' }).click()
  await expect(page).toHaveURL(/assignee=manager&flag=PRIORITY/)
  await expect(rowOf(page, title)).toBeVisible()
  await page.getByRole('link', { name: '去掉筛选：标记：优先' }).click()
  await expect(page).not.toHaveURL(/flag=/)
  await expect(page.getByRole('link', { name: '去掉筛选：负责人：周宁' })).toBeVisible()

  for (const [assignee, there] of [
    ['OTHERS', 1],
    ['ME', 0],
    ['NONE', 0],
  ] as const) {
    await visit(page, `/cases?search=${no}&assignee=${assignee}`)
    await expect(rowOf(page, title)).toHaveCount(there)
  }
})

test('marks break no rule of accessibility', async ({ page, api }) => {
  const no = await api.openCase()
  await signIn(page, AGENT, `/cases/${no}`)
  await openPicker(page, 'i')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '负责人：林晓' })).toBeVisible()
  await openPicker(page, 'f')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '标记：优先' })).toBeVisible()
  await wear(page)
  await visit(page, `/cases/${no}`)
  await page.keyboard.press('m')
  await page.getByLabel(/^(内部备注，仅店内可见|Private note, only your shop sees it)$/).fill('x'.repeat(2001))
  await expect(page.getByText(/最多 2,?000 个字|At most 2,?000 characters/)).toBeVisible()
  await expectClean(page)
  await page.keyboard.press('Escape')
  for (const key of ['i', 'f']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('listbox', { name: /^(指派|标记|Assign|Flag)$/ })).toHaveAttribute('aria-busy', 'false')
    await expectClean(page)
    await page.keyboard.press('Escape')
  }
})
