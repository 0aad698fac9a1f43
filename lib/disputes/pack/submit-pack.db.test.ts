import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import type { AfterSale } from '@/lib/after-sales/domain/after-sale'
import { mintShopId } from '@/lib/auth/mint'
import { sweepFiles } from '@/lib/files/sweep'
import { database } from '@/tests/support/access'
import { act, BUYER, moveClock, mustSucceed, openCase, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { age, bySeller, bytesOf, fileState, upload, useFiles } from '@/tests/support/files'
import { type PackRequest, submitPack } from './submit-pack'

useDatabase()
useFiles()

const HOURS = 3_600_000

async function openDisputed(): Promise<AfterSale> {
  const { no } = await openCase('RETURN_REFUND')
  const command = { type: 'openDispute', reason: 'REFUND_REFUSED', statement: '商家一直不处理' } as const
  return mustSucceed(await act(no, BUYER, command))
}

const memberOf = (shopId: string, userId = 'agent-1') => ({
  userId,
  memberships: [{ shopId: mintShopId(shopId), shopName: '南栀织物', role: 'AGENT' as const }],
})
const submit = (state: AfterSale, request: Partial<PackRequest>, shopId = state.shopId) =>
  submitPack(memberOf(shopId), { no: state.no, seen: null, records: ['ORDER'], ...request }, 'zh-CN')
/** Draws the record, and is refused all the same. */
const drawInVain = (state: AfterSale) => submit(state, { attachmentIds: ['file_nobody-knows'] })

type Given = { id: string; name: string; mediaType: string }
async function givenOf(no: string): Promise<Given[][]> {
  const { rows } = await database.query<{ files: Given[] }>(
    `SELECT jsonb_agg(jsonb_build_object('id', a."id", 'name', a."name", 'mediaType', a."mediaType") ORDER BY l."position") AS files
     FROM "AfterSaleAttachment" l JOIN "Attachment" a ON a."id" = l."attachmentId"
     WHERE l."afterSaleNo" = $1 GROUP BY l."seq" ORDER BY l."seq"`,
    [no],
  )
  return rows.map(({ files }) => files)
}
async function countFiles(): Promise<number> {
  const { rows } = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM "Attachment"`)
  return rows[0]?.n ?? 0
}

// each paper is drawn in a process of its own
describe('giving the records of a case', () => {
  it('draws them as PDFs, before what the member added, and binds all to the case', async () => {
    const state = await openDisputed()
    const photo = await upload(bySeller(state.shopId))
    const request = {
      records: ['CONVERSATION', 'ORDER'] as const,
      attachmentIds: [photo.id],
      text: '见附件',
      done: true,
    }
    expect(await submit(state, { ...request, records: [...request.records] })).toMatchObject({ ok: true })
    const [files] = await givenOf(state.no)
    expect(files?.map(({ name }) => name)).toEqual(['与买家的沟通.pdf', '订单与付款.pdf', photo.name])
    for (const { id, mediaType } of files?.slice(0, 2) ?? []) {
      expect(mediaType).toBe('application/pdf')
      const document = await PDFDocument.load(await bytesOf(id), { updateMetadata: false })
      expect(document.getPageCount()).toBe(1)
    }
    expect((await stateOf(state.no)).dispute?.evidence.MERCHANT).toMatchObject({ done: true, submissions: 1 })
  })

  it('twice, even at once, makes no second file of the same facts', async () => {
    const state = await openDisputed()
    const before = await countFiles()
    await Promise.all([submit(state, {}), submit(state, {})])
    expect(await countFiles()).toBe(before + 1)
    const [first, second] = await givenOf(state.no)
    expect(second).toEqual(first)
    // in another language it is another paper
    await submitPack(memberOf(state.shopId), { no: state.no, seen: null, records: ['ORDER'] }, 'en')
    expect(await countFiles()).toBe(before + 2)
  })

  it('after a lost answer uses what was drawn, and anew what has been swept since', async () => {
    const state = await openDisputed()
    expect(await drawInVain(state)).toMatchObject({ ok: false, refusal: { code: 'attachmentUnknown' } })
    const { rows } = await database.query<{ id: string }>(
      `SELECT "id" FROM "Attachment" WHERE "shopId" = $1 AND "afterSaleNo" IS NULL`,
      [state.shopId],
    )
    const [drawn] = rows
    if (!drawn) throw new Error('nothing was drawn')
    await age(drawn.id, 25)
    await database.query(`UPDATE "Attachment" SET "state" = 'REMOVING' WHERE "id" = $1`, [drawn.id])
    expect(await submit(state, {})).toMatchObject({ ok: true })
    const [files] = await givenOf(state.no)
    expect(files).toHaveLength(1)
    expect(files?.[0]?.id).not.toBe(drawn.id)
    await sweepFiles()
    expect(await fileState(drawn.id)).toBeUndefined()
    expect(await fileState(files?.[0]?.id ?? '')).toBe('READY')
  })

  it('keeps a drawn paper from the sweep from when it was asked for again', async () => {
    const state = await openDisputed()
    await drawInVain(state)
    const unused = `SELECT "id" FROM "Attachment" WHERE "shopId" = $1 AND "afterSaleNo" IS NULL`
    const { rows } = await database.query<{ id: string }>(unused, [state.shopId])
    for (const { id } of rows) await age(id, 25)
    await drawInVain(state)
    await sweepFiles()
    expect((await database.query(unused, [state.shopId])).rows).toEqual(rows)
  })
})

describe('saying that it is all', () => {
  it('does not mind what the other side does meanwhile', async () => {
    const state = await openDisputed()
    const [given] = await Promise.all([
      submit(state, { done: true }),
      act(state.no, BUYER, { type: 'submitEvidence', done: true }),
    ])
    expect(given).toMatchObject({ ok: true })
    expect((await stateOf(state.no)).dispute).toMatchObject({ stage: 'UNDER_REVIEW' })
  })

  it('R4.4 takes only who has seen what is asked for; giving more takes anybody', async () => {
    const state = await openDisputed()
    const ask = { type: 'requestEvidence', from: ['MERCHANT'], dueInHours: 24, note: '请补充发货前的照片' } as const
    const asked = mustSucceed(await act(state.no, { role: 'SUPPORT', id: 's' }, { ...ask, from: [...ask.from] }))
    const before = await countFiles()
    expect(await submit(state, { done: true })).toMatchObject({ ok: false, refusal: { code: 'versionConflict' } })
    expect(await countFiles()).toBe(before)
    expect(await submit(state, {})).toMatchObject({ ok: true })
    expect(await submit(state, { done: true, seen: asked.dispute?.askedAt ?? null })).toMatchObject({ ok: true })
  })
})

describe('what cannot be given', () => {
  it('draws nothing: after the deadline, of somebody else, too much', async () => {
    const state = await openDisputed()
    const before = await countFiles()
    const other = await openDisputed()
    expect(await submit(state, {}, other.shopId)).toEqual({ ok: false, gone: true })
    const six = Array.from({ length: 6 }, (_, n) => `file_${n}`)
    expect(await submit(state, { attachmentIds: six })).toMatchObject({
      ok: false,
      refusal: { code: 'attachmentsTooMany', max: 6 },
    })
    await moveClock(48 * HOURS + 1)
    expect(await submit(state, { text: '晚了' })).toMatchObject({
      ok: false,
      refusal: { code: 'evidenceClosed', side: 'MERCHANT' },
    })
    expect(await countFiles()).toBe(before)
  })

  it("another shop's file is unknown, and stays its own", async () => {
    const [state, other] = [await openDisputed(), await openDisputed()]
    const theirs = await upload(bySeller(other.shopId))
    expect(await submit(state, { attachmentIds: [theirs.id] })).toMatchObject({
      ok: false,
      refusal: { code: 'attachmentUnknown', path: 'attachmentIds.1' },
    })
    expect(await givenOf(state.no)).toEqual([])
  })
})
