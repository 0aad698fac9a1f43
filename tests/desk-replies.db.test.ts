import { createHash, randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { beforeEach, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/desk/replies/route'
import { mintShopId } from '@/lib/auth/mint'
import { database } from '@/lib/db/pool'
import { inTransaction } from '@/lib/db/transaction'
import { forgetEnv } from '@/lib/env'
import { startersOf } from '@/lib/quick-replies/starters'
import { saveReplies } from '@/lib/quick-replies/store'
import { useDatabase } from '@/tests/support/database'

// What the browser sends: Next.js has it only within a request.
const sent = vi.hoisted(() => ({ cookies: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (sent.cookies.has(name) ? { value: sent.cookies.get(name) } : undefined),
  }),
  headers: async () => new Headers(),
}))

useDatabase()

const secret = 'a secret of the tests, long enough'
const MARK = createHash('sha256').update('-').digest('hex').slice(0, 16)
const OWN = { id: 'one', title: '请补拍照片', text: '麻烦补几张照片', reasonCode: null }

beforeEach(() => {
  process.env.AFTERDESK_SECRET = secret
  forgetEnv()
  sent.cookies.clear()
})

/** A shop with one quick reply of its own, and its agent, signed in. */
async function arrange(): Promise<string> {
  const shopId = mintShopId(`shop-${randomUUID()}`)
  const id = `person-${randomUUID()}`
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, $1)`, [shopId])
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash") VALUES ($1, $1 || '@shop.example', '林晓', '-')`,
    [id],
  )
  await database.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, 'AGENT')`, [shopId, id])
  await inTransaction((tx) => saveReplies(tx, shopId, 'REPLY', [OWN]))
  sent.cookies.set('next-auth.session-token', await encode({ token: { sub: id, passwordMark: MARK }, secret }))
  return shopId
}

const ask = (query: string) => GET(new Request(`http://desk/api/desk/replies?${query}`))

test('an agent is given his shop’s texts, and the name that he signs with', async () => {
  const shop = await arrange()
  const answer = await ask(`shop=${shop}&locale=en`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toEqual({
    me: '林晓',
    replies: {
      REPLY: { own: true, list: [{ ...OWN, updatedAt: expect.any(Number) }] },
      REJECTION: { own: false, list: startersOf('REJECTION', 'en').map((reply) => ({ ...reply, updatedAt: null })) },
    },
  })
})

test('a language that there is none of gives the first', async () => {
  const shop = await arrange()
  const { replies } = await (await ask(`shop=${shop}&locale=xx`)).json()
  expect(replies.REJECTION.list[0].title).toBe('对比过同批次')
})

test('of another shop nobody is told anything, nor who is signed out of his own', async () => {
  const theirs = await arrange()
  const mine = await arrange()
  expect((await ask(`shop=${theirs}`)).status).toBe(404)
  expect((await ask('shop=none')).status).toBe(404)
  expect((await ask('')).status).toBe(404)
  sent.cookies.clear()
  expect((await ask(`shop=${mine}`)).status).toBe(401)
})
