import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rememberLocale } from '@/lib/auth/locale-store'
import { forgetEnv } from '@/lib/env'
import { useDatabase } from '@/tests/support/database'
import { type MailServer, startMailServer } from '@/tests/support/mail-server'
import { hire } from '@/tests/support/staff'
import { tellOwner } from './tell-owner'

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

const NEWS = ['passwordChanged', 'twoStepOn', 'twoStepOff', 'recoveryRenewed', 'recoveryUsed'] as const

test.each(NEWS)('%s reaches the owner, in his language, and leads to his account', async (news) => {
  const owner = await hire()
  await rememberLocale(owner.userId, 'en')
  await tellOwner(owner, news)
  const [mail] = server.seen
  expect(mail).toMatchObject({ to: [owner.email] })
  expect(mail?.headers.get('content-language')).toBe('en')
  expect(mail?.headers.get('subject')).toMatch(/Afterdesk/)
  expect(mail?.text).toContain('https://desk.example.com/account')
})

test('a mail server that is busy undoes nothing', async () => {
  const owner = await hire()
  server.plan('busy')
  await expect(tellOwner(owner, 'passwordChanged')).resolves.toBeUndefined()
  expect(server.seen).toEqual([])
})
