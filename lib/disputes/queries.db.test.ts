import { describe, expect, it } from 'vitest'
import { loadCase } from '@/lib/after-sales/case-queries'
import type { AfterSale } from '@/lib/after-sales/domain/after-sale'
import { DISPUTE_LANES, type DisputeLane } from '@/lib/after-sales/domain/dispute'
import type { Scope } from '@/lib/auth/scope'
import { database } from '@/tests/support/access'
import {
  AGENT,
  act,
  BUYER,
  createOrder,
  DAY,
  HOUR,
  moveClock,
  mustSucceed,
  PLATFORM,
  shopScope,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import {
  createSupport,
  DISPUTE,
  DONE,
  hear,
  openDisputed,
  openRejected,
  openUnderReview,
  ruling,
  SUPPORT,
} from '@/tests/support/disputes'
import { BY_PLATFORM, bySeller, upload, useFiles } from '@/tests/support/files'
import { claimDispute } from './claims'
import { countDisputes, loadDisputes } from './queries'

useDatabase()
useFiles()

const REQUEST = { type: 'requestEvidence', from: ['BUYER'], dueInHours: 24, note: '请补吊牌照片' } as const

async function ask(no: string): Promise<AfterSale> {
  return mustSucceed(await act(no, SUPPORT, { ...REQUEST, from: [...REQUEST.from] }))
}

async function numbersIn(scope: Scope, lane: DisputeLane): Promise<string[]> {
  return (await loadDisputes(scope, lane)).rows.map(({ no }) => no)
}

/** A shop with so many disputes as there are ways to end them. */
async function fillShop() {
  const { shopId } = await createOrder()
  const scope = shopScope(shopId)
  const open = () => openDisputed('REFUND_ONLY', shopId)
  const [evidence, second] = [await open(), await open()]
  const [review, later] = [await openUnderReview('REFUND_ONLY', shopId), await openUnderReview('REFUND_ONLY', shopId)]
  const asked = await openUnderReview('REFUND_ONLY', shopId)
  await ask(asked.no)
  const [ruled, conceded, withdrawn] = [await openUnderReview('REFUND_ONLY', shopId), await open(), await open()]
  mustSucceed(await act(ruled.no, SUPPORT, ruling({ amountFen: 100 })))
  mustSucceed(await act(conceded.no, AGENT, { type: 'concedeDispute' }))
  mustSucceed(await act(withdrawn.no, AGENT, { type: 'withdrawDispute' }))
  return { shopId, scope, evidence, second, review, later, asked, ruled, conceded, withdrawn }
}

describe('the lanes', () => {
  it('hold every dispute once, each in its order, of the shop alone', async () => {
    const shop = await fillShop()
    await fillShop()
    expect(await numbersIn(shop.scope, 'EVIDENCE')).toEqual([shop.evidence.no, shop.second.no])
    expect(await numbersIn(shop.scope, 'TO_RULE')).toEqual([shop.review.no, shop.later.no])
    expect(await numbersIn(shop.scope, 'MORE_EVIDENCE')).toEqual([shop.asked.no])
    expect(await numbersIn(shop.scope, 'OVER')).toEqual([shop.withdrawn.no, shop.conceded.no, shop.ruled.no])
    expect(await countDisputes(shop.scope)).toEqual({ TO_RULE: 2, EVIDENCE: 2, MORE_EVIDENCE: 1, OVER: 3 })
    const everywhere = await countDisputes(PLATFORM)
    for (const lane of DISPUTE_LANES) {
      expect(everywhere[lane]).toBe((await numbersIn(PLATFORM, lane)).length)
      expect(everywhere[lane]).toBeGreaterThanOrEqual(2)
    }
  })

  it('say what a row needs', async () => {
    const { scope, ruled, asked, shopId } = await fillShop()
    const over = (await loadDisputes(scope, 'OVER')).rows.find(({ no }) => no === ruled.no)
    expect(over).toEqual({
      no: ruled.no,
      shop: { id: shopId, name: '南栀织物' },
      type: 'REFUND_ONLY',
      title: '羊毛围巾 浅灰',
      buyerName: '王**',
      amountFen: 12_800,
      currency: 'CNY',
      stage: 'RESOLVED',
      askedForMore: false,
      openedBy: 'MERCHANT',
      reason: DISPUTE.reason,
      openedAt: ruled.dispute?.openedAt,
      evidence: {
        MERCHANT: expect.objectContaining({ done: true, open: false, submissions: 1 }),
        BUYER: expect.objectContaining({ done: true, open: false, submissions: 1 }),
      },
      dueAt: null,
      underReviewSince: ruled.dispute?.underReviewSince,
      ruling: expect.objectContaining({ outcome: 'REFUND', amountFen: 100 }),
      endedAt: expect.any(Number),
      claim: null,
    })
    const [more] = (await loadDisputes(scope, 'MORE_EVIDENCE')).rows
    expect(more).toMatchObject({ no: asked.no, askedForMore: true, stage: 'EVIDENCE', underReviewSince: null })
    expect(more?.dueAt).toBe(more?.evidence.BUYER.dueAt)
  })

  it('tell support, and not the shop, who has claimed one', async () => {
    const { scope, review } = await fillShop()
    const userId = await createSupport('小沈')
    await claimDispute(userId, review.no, { takeOver: false })
    const claimIn = async (whose: Scope) =>
      (await loadDisputes(whose, 'TO_RULE')).rows.find(({ no }) => no === review.no)?.claim
    expect(await claimIn(PLATFORM)).toEqual({ userId, name: '小沈' })
    expect(await claimIn(scope)).toBeNull()
  })

  it('close evidence whose time is over before they are read (R0.3)', async () => {
    const { shopId } = await createOrder()
    const { no } = await openDisputed('REFUND_ONLY', shopId)
    await moveClock(48 * HOUR + 1000)
    expect(await countDisputes(shopScope(shopId))).toMatchObject({ EVIDENCE: 0, TO_RULE: 1 })
    expect(await numbersIn(shopScope(shopId), 'TO_RULE')).toEqual([no])
  })

  it('go on page by page, in both directions, without a gap', async () => {
    const { shopId } = await createOrder()
    const scope = shopScope(shopId)
    const nos: string[] = []
    for (let n = 0; n < 53; n++) nos.push((await openDisputed('REFUND_ONLY', shopId)).no)
    const first = await loadDisputes(scope, 'EVIDENCE')
    const second = await loadDisputes(scope, 'EVIDENCE', first.nextCursor ?? '')
    expect([...first.rows, ...second.rows].map(({ no }) => no)).toEqual(nos)
    expect(second.nextCursor).toBeNull()
    await database.query(
      `UPDATE "AfterSale" SET "status" = 'REFUNDING', "waitingOn" = 'GATEWAY', "refundOrigin" = 'MERCHANT', "evidenceDueAt" = NULL,
         "evidenceSoonAt" = NULL, "disputeLane" = 'OVER', "dispute" = "dispute" || '{"stage": "CONCEDED"}' WHERE "shopId" = $1`,
      [shopId],
    )
    const newest = await loadDisputes(scope, 'OVER')
    const rest = await loadDisputes(scope, 'OVER', newest.nextCursor ?? '')
    expect([...newest.rows, ...rest.rows].map(({ no }) => no)).toEqual(nos.reverse())
    expect((await loadDisputes(scope, 'OVER', 'nonsense')).rows).toHaveLength(50)
  })
})

describe('the dispute of a case', () => {
  it('shows both sides’ evidence with files and names, what was asked for, and each side’s time', async () => {
    const { shopId } = await createOrder()
    const { no, openedAt } = await openDisputed('REFUND_ONLY', shopId)
    await database.query(
      `INSERT INTO "User" ("id", "email", "name", "passwordHash") VALUES ($1, 'agent@shop.example', '林晓', '-')`,
      [AGENT.id],
    )
    const [ours, theirs] = [await upload(bySeller(shopId)), await upload(BY_PLATFORM)]
    mustSucceed(await act(no, AGENT, { type: 'submitEvidence', text: '出库照片', attachmentIds: [ours.id] }))
    mustSucceed(await act(no, BUYER, { type: 'submitEvidence', attachmentIds: [theirs.id], done: true }))
    mustSucceed(await act(no, AGENT, DONE))
    await moveClock(HOUR)
    const asked = await ask(no)
    const view = await loadCase(PLATFORM, 'SUPPORT', no)
    expect(view?.available).toEqual(['requestEvidence'])
    expect(view?.blocked).toEqual([
      { action: 'ruleDispute', refusal: expect.objectContaining({ code: 'evidenceOpen' }) },
    ])
    expect(view?.clock).toBeNull()
    expect(view?.dispute).toMatchObject({
      openedBy: 'MERCHANT',
      reason: DISPUTE.reason,
      statement: DISPUTE.statement,
      attachments: [],
      stage: 'EVIDENCE',
      from: 'PENDING_REVIEW',
      frozen: { kind: 'REVIEW', limitMs: 48 * HOUR },
      evidence: {
        MERCHANT: {
          limitMs: 48 * HOUR,
          done: true,
          open: false,
          submissions: [
            {
              side: 'MERCHANT',
              text: '出库照片',
              author: '林晓',
              attachments: [{ id: ours.id, mediaType: 'image/jpeg' }],
            },
            { text: DONE.text, author: '林晓', attachments: [] },
          ],
        },
        BUYER: {
          dueAt: asked.updatedAt + DAY,
          limitMs: DAY,
          open: true,
          submissions: [{ side: 'BUYER', text: null, author: '王**', attachments: [{ id: theirs.id }] }],
        },
      },
      requests: [{ sides: ['BUYER'], note: REQUEST.note, dueAt: asked.updatedAt + DAY, at: asked.updatedAt }],
      askedAt: asked.updatedAt,
      endedAt: null,
      claim: null,
    })
    expect(view?.dispute?.openedAt).toBeGreaterThanOrEqual(openedAt)
  })

  it('offers each viewer what he can do', async () => {
    const { no, shopId } = await openDisputed()
    const available = async (role: 'AGENT' | 'SUPPORT') => (await loadCase(PLATFORM, role, no))?.available
    expect(await available('AGENT')).toEqual(
      expect.arrayContaining(['submitEvidence', 'withdrawDispute', 'concedeDispute']),
    )
    expect(await available('AGENT')).not.toContain('openDispute')
    await hear(no)
    expect(await available('SUPPORT')).toEqual(['requestEvidence', 'ruleDispute'])
    expect((await loadCase(shopScope(shopId), 'AGENT', no))?.blocked).toContainEqual(
      expect.objectContaining({ action: 'submitEvidence' }),
    )
  })

  it('is settled before it is read: its evidence too', async () => {
    const { no } = await openDisputed()
    await moveClock(48 * HOUR + 1)
    expect((await loadCase(PLATFORM, 'SUPPORT', no))?.dispute).toMatchObject({ stage: 'UNDER_REVIEW' })
  })

  it('of a rejection has no clock', async () => {
    const { no } = await openRejected()
    mustSucceed(await act(no, BUYER, DISPUTE))
    expect((await loadCase(PLATFORM, 'SUPPORT', no))?.dispute).toMatchObject({
      openedBy: 'BUYER',
      frozen: null,
      from: 'REJECTED',
    })
  })
})
