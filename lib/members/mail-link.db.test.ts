import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rememberLocale } from '@/lib/auth/locale-store'
import { mintShopId } from '@/lib/auth/mint'
import { forgetEnv } from '@/lib/env'
import { useDatabase } from '@/tests/support/database'
import { type MailServer, startMailServer } from '@/tests/support/mail-server'
import { createShop, hire, makeLink } from '@/tests/support/staff'
import { mailLink } from './mail-link'
import { loadStaff } from './queries'

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

async function arrange({ email = `${randomUUID()}@example.com`, inviter = '周宁' } = {}) {
  const shopId = await createShop()
  const zhou = await hire({ [shopId]: 'MANAGER' }, { name: inviter })
  const link = await makeLink(shopId, zhou, email, 'MANAGER')
  const mailedAt = async () => (await loadStaff(mintShopId(shopId), zhou.userId)).invitations[0]?.mailedAt
  return { email, link, mailedAt }
}

test('the letter says who invites whom to what, and leads in; the list says that it was sent', async () => {
  const { email, link, mailedAt } = await arrange()
  expect(await mailedAt()).toBeNull()
  expect(await mailLink(link, 'zh-CN')).toBe('SENT')
  const [mail] = server.seen
  expect(mail).toMatchObject({ from: 'desk@example.com', to: [email] })
  expect(mail?.headers.get('subject')).toBe('周宁 邀请你加入“南栀织物”的售后台')
  expect(mail?.text).toContain(`https://desk.example.com/invite/${link.token}`)
  expect(mail?.text).toContain('以店铺管理员的身份')
  expect(mail?.html).toContain(`href="https://desk.example.com/invite/${link.token}"`)
  expect(await mailedAt()).toEqual(expect.any(Number))
})

test('it is written in the language that its reader chose, else in that of whoever invites', async () => {
  const known = await hire()
  await rememberLocale(known.userId, 'zh-CN')
  await mailLink((await arrange({ email: known.email })).link, 'en')
  await mailLink((await arrange()).link, 'en')
  expect(server.seen.map(({ headers }) => headers.get('content-language'))).toEqual(['zh-CN', 'en'])
})

test.each(['busy', 'refuseRecipient', 'refuseLetter'] as const)(
  'a mail server that says %s: nothing was sent',
  async (how) => {
    const { link, mailedAt } = await arrange()
    server.plan(how)
    expect(await mailLink(link, 'zh-CN')).toBe('FAILED')
    expect(await mailedAt()).toBeNull()
  },
)

test('a name is text in the letter, whatever stands in it', async () => {
  const { link } = await arrange({ inviter: '<b onclick="x">&' })
  await mailLink(link, 'zh-CN')
  expect(server.seen[0]?.html).not.toContain('<b onclick')
})
