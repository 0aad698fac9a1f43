import { expect, it } from 'vitest'
import { act, BUYER, moveClock, mustSucceed, openCase, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { loadQueue } from './queries'

useDatabase()

const HOUR = 3_600_000
const rowOf = async (shopId: string) => (await loadQueue(shopScope(shopId), { tab: 'PLATFORM' })).rows[0]

it("a row in dispute tells the frozen clock and the merchant's time for evidence, and no clock that runs", async () => {
  const { no, shopId, deadline } = await openCase()
  const command = { type: 'openDispute', reason: 'REFUND_REFUSED', statement: '商家一直不处理' } as const
  const { dispute } = mustSucceed(await act(no, BUYER, command))
  const row = await rowOf(shopId)
  expect(row).toMatchObject({ no, status: 'IN_DISPUTE', clock: null, consequence: null })
  expect(row?.dispute).toMatchObject({
    stage: 'EVIDENCE',
    frozen: { limitMs: 48 * HOUR, remainingMs: (deadline?.dueAt ?? 0) - (dispute?.openedAt ?? 0) },
    evidence: { open: true, submissions: 0, dueAt: (dispute?.openedAt ?? 0) + 48 * HOUR },
  })
  await moveClock(48 * HOUR + 1)
  expect((await rowOf(shopId))?.dispute).toMatchObject({ stage: 'UNDER_REVIEW', evidence: { open: false } })
  mustSucceed(await act(no, BUYER, { type: 'withdrawDispute' }))
  expect(await rowOf(shopId)).toBeUndefined()
})
