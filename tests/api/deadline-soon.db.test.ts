import { expect, test } from 'vitest'
import { at, createCase, createShop, get, mustBe, post, text, useApi } from '@/tests/support/api'
import { HOUR } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

useDatabase()
useApi()

test('that a deadline comes soon is among the events of the case once the clock is there, and no decision', async () => {
  const { shopId } = await createShop()
  const no = await createCase(shopId)
  const { body: opened } = mustBe(200, await get(`after-sales/${no}`))
  mustBe(200, await post('sandbox/clock', { advanceMs: 43 * HOUR }))
  const events = mustBe(200, await get(`after-sales/${no}/events`))
  const dueAt = text({ ...events, body: opened }, 'deadline.dueAt')
  const told = (beforeMs: number) => ({
    type: 'DeadlineSoon',
    actor: { role: 'SYSTEM', id: null },
    clause: 'R1.1',
    effectiveAt: new Date(Date.parse(dueAt) - beforeMs).toISOString(),
    data: { kind: 'REVIEW', dueAt, beforeMs },
  })
  expect(at(events, 'data')).toMatchObject([told(6 * HOUR), told(24 * HOUR), { type: 'Applied' }])
  const after = mustBe(200, await get(`after-sales/${no}`))
  expect(after.body).toMatchObject({ version: 1, status: 'PENDING_REVIEW', deadline: { kind: 'REVIEW', dueAt } })
})
