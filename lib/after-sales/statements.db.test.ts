import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { actAsSupport } from '@/lib/disputes/claims'
import { forgetEnv } from '@/lib/env'
import { saveChoice } from '@/lib/notifications/choice-store'
import { createEndpoint } from '@/lib/webhooks/endpoint-store'
import { database, inTransaction } from '@/tests/support/access'
import { apply, createOrder, MANAGER, openCase, PLATFORM } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createSupport, openUnderReview, ruling } from '@/tests/support/disputes'
import { openOccupied, SITUATIONS } from '@/tests/support/every-command'
import { BY_PLATFORM, upload, useFiles } from '@/tests/support/files'
import { createReader } from '@/tests/support/notices'
import { listen, type Sent } from '@/tests/support/statements'
import { WEBHOOK_ENV } from '@/tests/support/webhooks'
import { runCommand } from './handle-command'

/**
 * What a decision asks of the database, counted as it goes out: where the platform and the shop listen, and somebody of both
 * wants every notice by e-mail.
 */

useDatabase()
useFiles()

const MOST = 10
const shopId = `shop-${randomUUID()}`
const MAILED = ['CASE_OPENED', 'BUYER_ANSWERED', 'PROPOSAL_ANSWERED', 'DISPUTE_RULED'] as const

beforeAll(async () => {
  Object.assign(process.env, WEBHOOK_ENV, {
    AFTERDESK_SMTP_URL: 'smtp://127.0.0.1:9',
    AFTERDESK_MAIL_FROM: 'desk@example.com',
    AFTERDESK_URL: 'https://desk.example.com/',
  })
  forgetEnv()
  const reader = await createReader([shopId])
  for (const kind of MAILED) await saveChoice(reader.userId, { owner: shopId, kind, email: true })
  await saveChoice((await createReader([])).userId, { owner: '', kind: 'DISPUTE_READY', email: true })
  for (const owner of [null, shopId])
    await inTransaction((tx) =>
      createEndpoint(tx, { shopId: owner, actor: MANAGER }, { url: 'http://127.0.0.1:9/', types: null }),
    )
})

/** Begun once, ended once, nothing beside it. */
function expectOneTransaction(sent: readonly Sent[]): void {
  const said = sent.map(({ sql }) => sql)
  expect(said[0]).toMatch(/^BEGIN\b/)
  expect(said.at(-1)).toBe('COMMIT')
  expect(said.filter((sql) => /\b(BEGIN|COMMIT|ROLLBACK|SAVEPOINT)\b/.test(sql))).toHaveLength(2)
  expect(new Set(sent.map(({ connection }) => connection)).size).toBe(1)
}

const given = Object.entries(SITUATIONS).flatMap(([type, situations]) =>
  Object.entries(situations).map(([name, prepare]) => ({ type, name, prepare })),
)

describe('a command is one transaction of few statements', () => {
  it.each(given)('$type $name', async ({ prepare }) => {
    const request = { scope: PLATFORM, ...(await prepare(shopId)) }
    const { sent, result } = await listen(() => runCommand(request))
    if (!result.ok) expect(result).toMatchObject({ refusal: { code: 'deadlinePassed' } })
    expectOneTransaction(sent)
    expect(sent.length).toBeLessThanOrEqual(MOST)
    const told = await database.query(`SELECT 1 FROM "WebhookEvent" WHERE "subject" = $1`, [request.no])
    expect(told.rowCount).toBeGreaterThan(0)
  })

  it('an act of support, which asks who has claimed the dispute', async () => {
    const [userId, { no }] = [await createSupport(), await openUnderReview('REFUND_ONLY', shopId)]
    const { sent, result } = await listen(() =>
      actAsSupport(userId, { no, command: { ...ruling(), type: 'ruleDispute' } }),
    )
    expect(result).toMatchObject({ ok: true })
    expectOneTransaction(sent)
    expect(sent.length).toBeLessThanOrEqual(MOST)
  })

  it('an application, with photos', async () => {
    const { orderNo } = await createOrder({ shopId })
    const { id } = await upload(BY_PLATFORM)
    const { sent, result } = await listen(() => apply(orderNo, { attachmentIds: [id] }))
    expect(result).toMatchObject({ ok: true })
    expectOneTransaction(sent)
    expect(sent.length).toBeLessThanOrEqual(MOST)
  })

  it('an application, with photos, for a line whose case has run out of time', async () => {
    const { orderNo, attachmentIds } = await openOccupied(shopId)
    const { sent, result } = await listen(() => apply(orderNo, { type: 'REPAIR', attachmentIds }))
    expect(result).toMatchObject({ ok: true })
    expectOneTransaction(sent)
    expect(sent.length).toBeLessThanOrEqual(MOST)
  })
})

it('where nobody listens, approving is beginning, locking, saving, committing', async () => {
  await database.query(`UPDATE "WebhookEndpoint" SET "deletedAt" = clock_timestamp()`)
  const { no } = await openCase()
  const { sent } = await listen(() => runCommand({ scope: PLATFORM, actor: MANAGER, no, command: { type: 'approve' } }))
  expect(sent.map(({ sql }) => sql.trimStart().split(/\s/, 1)[0])).toEqual(['BEGIN', 'WITH', 'WITH', 'COMMIT'])
})
