import { expect, it } from 'vitest'
import { sweepFiles } from '@/lib/files/sweep'
import { database, inTransaction } from '@/tests/support/access'
import {
  AGENT,
  act,
  apply,
  BUYER,
  createOrder,
  mustSucceed,
  openCase,
  refusalOf,
  shopScope,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { age, BY_PLATFORM, bySeller, fileState, upload, useFiles } from '@/tests/support/files'
import { loadCase } from './case-queries'
import type { Actor } from './domain/after-sale'
import { readCase } from './facts-queries'
import { handleCommand } from './handle-command'
import { readMessages } from './log-queries'

useDatabase()
useFiles()

const say = (no: string, actor: Actor, ...attachmentIds: string[]) =>
  act(no, actor, { type: 'sendMessage', text: '请看照片', attachmentIds })

async function awaitingReceipt() {
  const { no, shopId } = await openCase('RETURN_REFUND')
  mustSucceed(await act(no, AGENT, { type: 'approve' }))
  mustSucceed(await act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF1' }))
  return { no, shopId }
}

it('shows what was sent with the application, a message and the receipt, where it belongs', async () => {
  const { shopId, orderNo } = await createOrder()
  const [first, second, asked] = [await upload(BY_PLATFORM), await upload(BY_PLATFORM), await upload(BY_PLATFORM)]
  const opened = await apply(orderNo, { type: 'RETURN_REFUND', attachmentIds: [second.id, first.id] })
  const { no } = mustSucceed(opened)
  mustSucceed(await say(no, BUYER, asked.id))
  mustSucceed(await act(no, AGENT, { type: 'approve' }))
  mustSucceed(await act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF1' }))
  const found = await upload(bySeller(shopId))
  mustSucceed(await act(no, AGENT, { type: 'confirmReceipt', note: '杯口有缺', attachmentIds: [found.id] }))

  const view = await loadCase(shopScope(shopId), 'AGENT', no)
  const shown = (id: string) => ({ id, mediaType: 'image/jpeg', name: 'photo.jpg', width: 64, height: 48 })
  expect(view?.attachments).toEqual([shown(second.id), shown(first.id)])
  expect(view?.talk).toMatchObject([{ attachments: [shown(asked.id)] }])
  expect(view?.inspection).toMatchObject({ note: '杯口有缺', attachments: [shown(found.id)] })
  const told = ({ id, mediaType, bytes }: typeof first) => ({ id, mediaType, bytes })
  expect((await readCase(database, shopScope(shopId), no))?.attachments).toEqual([told(second), told(first)])
  const messages = await readMessages(shopScope(shopId), { no, before: null, limit: 10 })
  expect(messages.map(({ attachments }) => attachments)).toEqual([[told(asked)]])
})

it('asks nothing of files for who names none', async () => {
  const { no } = await openCase()
  const statements: string[] = []
  await inTransaction((tx) =>
    handleCommand(
      {
        query(sql, params) {
          statements.push(sql)
          return tx.query(sql, params)
        },
      },
      { scope: { kind: 'PLATFORM' }, actor: BUYER, no, command: { type: 'sendMessage', text: '您好' } },
    ),
  )
  expect(statements.filter((sql) => sql.includes('Attachment'))).toEqual([])
})

it('refuses a file of another shop, of the other side, of nobody, and one that is not stored', async () => {
  const { no, shopId } = await awaitingReceipt()
  const { shopId: elsewhere } = await createOrder()
  const mine = await upload(bySeller(shopId))
  const storing = await upload(bySeller(shopId))
  await database.query(`UPDATE "Attachment" SET "state" = 'STORING' WHERE "id" = $1`, [storing.id])
  const unusable = [
    (await upload(bySeller(elsewhere))).id,
    (await upload(BY_PLATFORM)).id,
    storing.id,
    'file_00000000000000000000000000000000',
  ]
  for (const id of unusable) {
    const refused = { ok: false, refusal: { code: 'attachmentUnknown', path: 'attachmentIds.1' } }
    expect(await say(no, AGENT, mine.id, id)).toEqual(refused)
    expect(await act(no, AGENT, { type: 'confirmReceipt', attachmentIds: [mine.id, id] })).toEqual(refused)
  }
  // the buyer's side has no use of the merchant's file either
  expect(refusalOf(await say(no, BUYER, mine.id))).toBe('attachmentUnknown')
  const { rows } = await database.query(`SELECT 1 FROM "Attachment" WHERE "id" = $1 AND "afterSaleNo" IS NULL`, [
    mine.id,
  ])
  expect(rows).toHaveLength(1)
})

it('lets one case use a file again, by either side, and no other case', async () => {
  const { no, shopId } = await openCase()
  const other = await openCase('REFUND_ONLY', shopId)
  const { id } = await upload(bySeller(shopId))
  mustSucceed(await say(no, AGENT, id))
  mustSucceed(await say(no, AGENT, id))
  mustSucceed(await say(no, BUYER, id))
  expect(refusalOf(await say(other.no, AGENT, id))).toBe('attachmentUnknown')
  // whoever comes past the decision meets the keys
  await expect(
    database.query(
      `INSERT INTO "AfterSaleAttachment" ("shopId", "afterSaleNo", "seq", "position", "attachmentId") VALUES ($1, $2, 1, 0, $3)`,
      [shopId, other.no, id],
    ),
  ).rejects.toThrow('foreign key')
  await expect(
    database.query(`UPDATE "Attachment" SET "afterSaleNo" = $1 WHERE "id" = $2`, [other.no, id]),
  ).rejects.toThrow('foreign key')
})

it('gives a file that two cases want at one instant to one of them', async () => {
  const { no, shopId } = await openCase()
  const other = await openCase('REFUND_ONLY', shopId)
  for (let round = 0; round < 5; round++) {
    const { id } = await upload(bySeller(shopId))
    const both = await Promise.all([say(no, AGENT, id), say(other.no, AGENT, id)])
    expect(both.map((handled) => handled.ok || refusalOf(handled)).sort()).toEqual(['attachmentUnknown', true])
  }
})

it('sweeps what no case has used for a day, and nothing else', async () => {
  const { no, shopId } = await openCase()
  const [old, young, used] = [
    await upload(bySeller(shopId)),
    await upload(bySeller(shopId)),
    await upload(bySeller(shopId)),
  ]
  mustSucceed(await say(no, AGENT, used.id))
  await age(old.id, 25)
  await age(young.id, 23)
  await age(used.id, 1000)
  await sweepFiles()
  expect([await fileState(old.id), await fileState(young.id), await fileState(used.id)]).toEqual([
    undefined,
    'READY',
    'READY',
  ])
  expect(refusalOf(await say(no, AGENT, old.id))).toBe('attachmentUnknown')
})

it('keeps a file that is being bound while the sweep passes, and refuses one that the sweep has taken', async () => {
  const { no, shopId } = await openCase()
  const { id } = await upload(bySeller(shopId))
  await age(id, 25)
  await inTransaction(async (tx) => {
    const command = { type: 'sendMessage', text: '请看', attachmentIds: [id] } as const
    const handled = await handleCommand(tx, {
      scope: { kind: 'PLATFORM' },
      actor: AGENT,
      no,
      command: { ...command, attachmentIds: [id] },
    })
    expect(handled.ok).toBe(true)
    // not committed yet: another process sweeps
    await sweepFiles()
  })
  await sweepFiles()
  expect(await fileState(id)).toBe('READY')
  const taken = await upload(bySeller(shopId))
  await age(taken.id, 25)
  const [said] = await Promise.all([say(no, AGENT, taken.id), sweepFiles(), sweepFiles()])
  expect(await fileState(taken.id)).toBe(said.ok ? 'READY' : undefined)
})
