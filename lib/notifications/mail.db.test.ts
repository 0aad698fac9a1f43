import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepDue } from '@/lib/after-sales/sweep'
import { rememberLocale } from '@/lib/auth/locale-store'
import { forgetEnv } from '@/lib/env'
import { database, inTransaction } from '@/tests/support/access'
import { act, BUYER, HOUR, moveClock, mustSucceed, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type MailServer, startMailServer } from '@/tests/support/mail-server'
import { createReader, deliverMail, letMailPass, letters } from '@/tests/support/notices'
import { saveChoice } from './choice-store'
import { gatherLetter, leaseLetter } from './letter-store'
import { MAIL_POLICY } from './mail-policy'
import { stopPostman, takeMail } from './postman'
import { markCaseRead } from './read-store'
import { reviveMail } from './tidy-store'

useDatabase()

let server: MailServer
const DAY = 24 * HOUR

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

const newShop = () => `shop-${randomUUID()}`
const dispute = { type: 'openDispute', reason: 'REFUND_REFUSED', statement: '商家不处理 13800006021' } as const

/** A reader who wants new cases and messages by e-mail, in a shop of his own. */
async function listener(email = true) {
  const shopId = newShop()
  const reader = await createReader([shopId])
  for (const kind of ['CASE_OPENED', 'BUYER_ANSWERED', 'DEADLINE_SOON'] as const)
    await saveChoice(reader.userId, { owner: shopId, kind, email })
  return { shopId, reader }
}

describe('a letter', () => {
  it('says what happened, what happens if nobody acts and when, and where; nothing of what people wrote', async () => {
    const { shopId, reader } = await listener()
    const { no } = await openCase('REFUND_ONLY', shopId)
    await deliverMail()
    const [mail] = server.seen
    expect(mail).toMatchObject({ from: 'desk@example.com', to: [reader.email], user: 'desk' })
    expect(mail?.headers.get('from')).toBe('售后台 <desk@example.com>')
    expect(mail?.headers.get('subject')).toMatch(
      /^\[南栀织物\] 新申请仅退款 ¥128\.00 · 不处理：20\d\d年\d+月\d+日 \d\d:\d\d（北京时间）自动退款 ¥128\.00 · R1\.1$/,
    )
    expect(mail?.headers.get('content-language')).toBe('zh-CN')
    expect(mail?.text).toContain(`南栀织物 · 羊毛围巾 浅灰 · 王** · ${no}`)
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(`https://desk.example.com/cases/${no}`)
      expect(part).toContain('https://desk.example.com/notifications/settings')
      expect(part).not.toContain('小明')
    }
    expect(await letters(reader.userId)).toEqual([{ status: 'SENT', attempts: 1, error: null, leased: false }])
    server.seen.length = 0
    mustSucceed(await act(no, BUYER, { type: 'sendMessage', text: '我的电话 13800006021' }))
    await deliverMail()
    expect(server.seen[0]?.headers.get('subject')).toContain('王** 发来新消息 · 不处理：')
    expect(JSON.stringify([...server.seen].map(({ text, html }) => text + html))).not.toContain('13800006021')
  })

  it('is in the language that its reader chose last', async () => {
    const { shopId, reader } = await listener()
    await rememberLocale(reader.userId, 'en')
    const { no } = await openCase('RETURN_REFUND', shopId)
    await moveClock(43 * HOUR)
    await sweepDue()
    await deliverMail()
    const own = server.seen.filter(({ to }) => to.includes(reader.email))
    expect(own).toHaveLength(1)
    expect(own[0]?.headers.get('subject')).toMatch(
      /^2 notifications, first: \[南栀织物\] Due at \d\d:\d\d on \d+ \w+: the return is approved if you do nothing$/,
    )
    expect(own[0]?.text).toMatch(/New case: Return and refund, ¥128\.00\r?\nIf nobody acts: the return is approved/)
    expect(own[0]?.text).toContain(no)
  })

  it('is one for what comes at one time, and tells twenty of them', async () => {
    const { shopId, reader } = await listener()
    for (let n = 0; n < 23; n += 1) await openCase('REFUND_ONLY', shopId)
    await deliverMail()
    expect(server.seen).toHaveLength(1)
    expect(server.seen[0]?.headers.get('subject')).toMatch(/^23 条通知，先看：/)
    expect(server.seen[0]?.text.match(/desk\.example\.com\/cases\//g)).toHaveLength(20)
    expect(server.seen[0]?.text).toContain('还有 3 条')
    expect(await letters(reader.userId)).toHaveLength(1)
  })

  it('cannot be made to say anything else by a name', async () => {
    const { shopId } = await listener()
    await database.query(`UPDATE "Shop" SET "name" = $2 WHERE "id" = $1`, [
      shopId,
      '<img src=x>\r\nBcc: all@example.com\r\n\r\nhello',
    ])
    await openCase('REFUND_ONLY', shopId)
    await deliverMail()
    const [mail] = server.seen
    expect(mail?.to).toHaveLength(1)
    expect(mail?.headers.has('bcc')).toBe(false)
    expect(mail?.html).not.toContain('<img')
    expect(mail?.html).toContain('&lt;img src=x&gt;')
  })
})

describe('who is written to', () => {
  it('whoever chose it; without a choice of disputes and evidence alone', async () => {
    const shopId = newShop()
    const [silent, off] = [await createReader([shopId]), await createReader([shopId])]
    await saveChoice(off.userId, { owner: shopId, kind: 'DISPUTE_OPENED', email: false })
    const { no } = await openCase('REFUND_ONLY', shopId)
    mustSucceed(await act(no, BUYER, dispute))
    await deliverMail()
    expect(server.seen.map(({ to }) => to)).toEqual([[silent.email]])
    expect(server.seen[0]?.headers.get('subject')).toMatch(
      /买家申请平台介入：商家拒绝退款，\d+月\d+日 \d\d:\d\d 前举证$/,
    )
  })

  it('nobody of what he has read in the desk before the letter went', async () => {
    const { shopId, reader } = await listener()
    const [seen, unseen] = [(await openCase('REFUND_ONLY', shopId)).no, (await openCase('REFUND_ONLY', shopId)).no]
    await inTransaction((tx) => markCaseRead(tx, reader, seen))
    await deliverMail()
    expect(server.seen).toHaveLength(1)
    expect(server.seen[0]?.text).toContain(unseen)
    expect(server.seen[0]?.text).not.toContain(seen)
  })

  it('nobody who does not work there any more', async () => {
    const { shopId, reader } = await listener()
    await openCase('REFUND_ONLY', shopId)
    await database.query(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1`, [reader.userId])
    await deliverMail()
    await openCase('REFUND_ONLY', shopId)
    await deliverMail()
    expect(server.seen).toEqual([])
    expect(await letters(reader.userId)).toMatchObject([{ status: 'FAILED', error: 'nobody' }])
  })

  it('support, of disputes that can be ruled, where it chose so; never of a shop’s', async () => {
    const support = await createReader([])
    await saveChoice(support.userId, { owner: '', kind: 'DISPUTE_READY', email: true })
    const { no } = await openCase()
    mustSucceed(await act(no, BUYER, dispute))
    await moveClock(49 * HOUR)
    await sweepDue()
    await deliverMail()
    const own = server.seen.filter(({ to }) => to.includes(support.email))
    expect(own).toHaveLength(1)
    expect(own[0]?.text).toContain(`https://desk.example.com/disputes/${no}`)
  })
})

describe('when the mail server', () => {
  it('is busy, it is tried again later, under the same Message-ID', async () => {
    const { shopId, reader } = await listener()
    await openCase('REFUND_ONLY', shopId)
    server.plan('busy', 'takeAndCut')
    await deliverMail()
    expect(await letters(reader.userId)).toMatchObject([{ status: 'PENDING', attempts: 1, leased: false }])
    await deliverMail(1000)
    expect(await letters(reader.userId)).toMatchObject([{ attempts: 1 }])
    await deliverMail(MAIL_POLICY.retry.firstMs)
    // taken, but the answer was lost: a second copy is not to be had otherwise than by risking none
    expect(await letters(reader.userId)).toMatchObject([{ status: 'PENDING', attempts: 2 }])
    await deliverMail(2 * MAIL_POLICY.retry.firstMs)
    expect(await letters(reader.userId)).toMatchObject([{ status: 'SENT', attempts: 3 }])
    const ids = server.seen.map(({ headers }) => headers.get('message-id'))
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@desk\.example\.com>$/)
  })

  it.each(['refuseRecipient', 'refuseLetter'] as const)(
    'says no for good (%s), it is asked once',
    async (behaviour) => {
      const { shopId, reader } = await listener()
      await openCase('REFUND_ONLY', shopId)
      server.plan(behaviour)
      await deliverMail()
      await deliverMail(DAY)
      expect(await letters(reader.userId)).toEqual([{ status: 'FAILED', attempts: 1, error: 'refused', leased: false }])
      expect(server.seen).toEqual([])
    },
  )

  it('is away for a day, what is too old is not sent any more', async () => {
    const { shopId, reader } = await listener()
    await openCase('REFUND_ONLY', shopId)
    server.plan('busy')
    await deliverMail()
    await deliverMail(DAY)
    expect(await letters(reader.userId)).toMatchObject([{ status: 'FAILED', error: 'tooLate' }])
    expect(server.seen).toEqual([])
  })

  it('does not answer, a worker that ends gives the letter back at once', async () => {
    const { shopId, reader } = await listener()
    await openCase('REFUND_ONLY', shopId)
    const hanging = server.hanging(1)
    server.plan('hang')
    await takeMail(reader.userId)
    await hanging
    expect(await letters(reader.userId)).toMatchObject([{ status: 'PENDING', leased: true }])
    await stopPostman()
    expect(await letters(reader.userId)).toMatchObject([{ status: 'PENDING', leased: false }])
    await deliverMail()
    expect(server.seen).toHaveLength(1)
  })
})

it('a worker that dies with a letter in hand leaves it to the next one, once its lease has ended', async () => {
  const { shopId, reader } = await listener()
  await openCase('REFUND_ONLY', shopId)
  await gatherLetter(reader.userId)
  expect(await leaseLetter(reader.userId, MAIL_POLICY)).not.toBeNull()
  await reviveMail()
  await deliverMail(0)
  expect(server.seen).toEqual([])
  await letMailPass(MAIL_POLICY.leaseMs)
  await reviveMail()
  await deliverMail(0)
  expect(server.seen).toHaveLength(1)
  expect(await letters(reader.userId)).toMatchObject([{ status: 'SENT', attempts: 2 }])
})

it('two workers write no letter twice', async () => {
  const { shopId, reader } = await listener()
  for (let n = 0; n < 5; n += 1) await openCase('REFUND_ONLY', shopId)
  await Promise.all(Array.from({ length: 4 }, () => gatherLetter(reader.userId)))
  const leased = await Promise.all(Array.from({ length: 8 }, () => leaseLetter(reader.userId, MAIL_POLICY)))
  const ids = leased.flatMap((letter) => (letter ? [letter.id] : []))
  expect(new Set(ids).size).toBe(ids.length)
  const { rows } = await database.query<{ letters: number; mails: number }>(
    `SELECT count(DISTINCT "letterId") AS "letters", count(*) AS "mails" FROM "NoticeMail" WHERE "userId" = $1`,
    [reader.userId],
  )
  expect(rows).toEqual([{ letters: ids.length, mails: 5 }])
})

it('without a mail server nothing is put down to be sent', async () => {
  const { shopId, reader } = await listener()
  const { AFTERDESK_SMTP_URL, AFTERDESK_MAIL_FROM } = process.env
  delete process.env.AFTERDESK_SMTP_URL
  delete process.env.AFTERDESK_MAIL_FROM
  forgetEnv()
  await openCase('REFUND_ONLY', shopId)
  const { rowCount } = await database.query(`SELECT 1 FROM "NoticeMail" WHERE "userId" = $1`, [reader.userId])
  expect(rowCount).toBe(0)
  Object.assign(process.env, { AFTERDESK_SMTP_URL, AFTERDESK_MAIL_FROM })
  forgetEnv()
})
