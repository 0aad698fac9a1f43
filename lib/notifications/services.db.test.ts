import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepDue } from '@/lib/after-sales/sweep'
import { rememberLocale } from '@/lib/auth/locale-store'
import { forgetEnv } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locale'
import { AGENT, act, BUYER, DAY, HOUR, moveClock, mustSucceed, openCase, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type MailServer, startMailServer } from '@/tests/support/mail-server'
import { createReader, deliverMail, seen } from '@/tests/support/notices'
import { saveChoice } from './choice-store'
import { listNotices } from './queries'

/** R3 What the shop is told of services, on the bell and by e-mail. */

useDatabase()

let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
  Object.assign(process.env, {
    AFTERDESK_SMTP_URL: server.url,
    AFTERDESK_MAIL_FROM: '售后台 <desk@example.com>',
    AFTERDESK_URL: 'https://desk.example.com/',
  })
  forgetEnv()
})
afterAll(() => server.close())
beforeEach(() => {
  server.seen.length = 0
})

/** A reader in a shop of his own, who wants these by e-mail, in this language. */
async function listener(locale: Locale = 'zh-CN') {
  const shopId = `shop-${randomUUID()}`
  const reader = await createReader([shopId])
  for (const kind of ['CASE_OPENED', 'DEADLINE_SOON', 'PROPOSAL_ANSWERED'] as const)
    await saveChoice(reader.userId, { owner: shopId, kind, email: true })
  await rememberLocale(reader.userId, locale)
  return { shopId, reader }
}

/** The subjects of all letters to this reader. */
async function subjects({ email }: { email: string }) {
  await deliverMail()
  return server.seen.filter(({ to }) => to.includes(email)).map(({ headers }) => headers.get('subject'))
}
const propose = { type: 'proposeService', kind: 'REPAIR', note: '免费重新锁边' } as const

describe('the shop is told', () => {
  it('that a service is asked for, and until when to answer, without an amount', async () => {
    const { shopId, reader } = await listener()
    await openCase('EXCHANGE', shopId)
    expect(await subjects(reader)).toEqual(['[南栀织物] 新申请换货，商家应予支持，不能拒绝'])
    const { no } = await openCase('COMPLAINT', shopId)
    expect((await subjects(reader))[1]).toMatch(/^\[南栀织物\] 新申请：售后投诉，.*\d\d:\d\d 前首次答复$/)
    const [asked] = (await listNotices(reader, null)).notices
    expect(asked?.news).toEqual({ kind: 'CASE_OPENED', again: false, dueAt: (await stateOf(no)).deadline?.dueAt })
  })

  it('that the buyer agreed, once, on the case to go on with', async () => {
    const { shopId, reader } = await listener()
    const { no } = await openCase('RETURN_REFUND', shopId)
    mustSucceed(await act(no, AGENT, propose))
    mustSucceed(await act(no, BUYER, { type: 'answerProposal', accept: true }))
    expect(await seen(reader)).toEqual(['PROPOSAL_ANSWERED*', 'CASE_OPENED*'])
    const [agreed] = (await listNotices(reader, null)).notices
    expect(agreed).toMatchObject({
      news: { kind: 'PROPOSAL_ANSWERED', agreed: true, service: 'REPAIR' },
      type: 'REPAIR',
      status: 'IN_SERVICE',
    })
    expect(agreed?.no).not.toBe(no)
  })

  it('that he did not, on the return; and of nothing that the shop records itself', async () => {
    const { shopId, reader } = await listener()
    const { no } = await openCase('RETURN_REFUND', shopId)
    mustSucceed(await act(no, AGENT, propose))
    mustSucceed(await act(no, BUYER, { type: 'answerProposal', accept: false }))
    expect((await listNotices(reader, null)).notices[0]).toMatchObject({
      no,
      news: { kind: 'PROPOSAL_ANSWERED', agreed: false, service: 'REPAIR' },
    })
    mustSucceed(await act(no, AGENT, propose))
    const reached = { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '同意' } as const
    const { lastContact } = mustSucceed(await act(no, AGENT, reached))
    mustSucceed(await act(no, AGENT, { type: 'answerProposal', accept: true, contactId: lastContact?.id }))
    expect(await seen(reader)).toEqual(['PROPOSAL_ANSWERED*', 'CASE_OPENED*'])
  })

  it('that a first answer is due soon, and, strongly, that it was missed', async () => {
    const { shopId, reader } = await listener('en')
    const { no } = await openCase('TRAINING', shopId)
    await subjects(reader)
    await moveClock(25 * HOUR)
    await sweepDue()
    expect((await subjects(reader))[1]).toMatch(
      /^\[南栀织物\] Training: the buyer still waits for a first answer, due at .* · R3\.4$/,
    )
    await moveClock(2 * DAY)
    await sweepDue()
    expect((await subjects(reader))[2]).toMatch(
      /^\[南栀织物\] Training: overdue! The first answer was due at .* Answer now · R3\.4$/,
    )
    expect(await seen(reader, no)).toEqual(['DEADLINE_SOON*', 'DEADLINE_SOON*', 'CASE_OPENED*'])
    expect((await listNotices(reader, null)).notices[0]?.news).toMatchObject({ outcome: 'ANSWER_MISSED' })
  })

  it('nothing of the buyer’s own clock', async () => {
    const { shopId, reader } = await listener()
    const { no } = await openCase('EXCHANGE', shopId)
    mustSucceed(await act(no, AGENT, { type: 'recordServiceStep', step: 'PERFORMED' }))
    await moveClock(11 * DAY)
    await sweepDue()
    expect((await stateOf(no)).closeReason).toBe('SERVICE_DONE')
    expect(await seen(reader, no)).toEqual(['CASE_OPENED*'])
  })
})
