import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { GET } from '@/app/api/desk/replies/route'
import { mintShopId } from '@/lib/auth/mint'
import { startersOf } from '@/lib/quick-replies/starters'
import { saveReplies } from '@/lib/quick-replies/store'
import { inTransaction } from '@/tests/support/access'
import { signInAs, useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

const OWN = { id: 'one', title: '请补拍照片', text: '麻烦补几张照片', reasonCode: null }

/** A shop with one quick reply of its own, and its agent, signed in. */
async function arrange(): Promise<string> {
  const shopId = mintShopId(`shop-${randomUUID()}`)
  await signInAs('AGENT', shopId)
  await inTransaction((tx) => saveReplies(tx, shopId, 'REPLY', [OWN]))
  return shopId
}

const ask = (query: string) => GET(new Request(`http://desk/api/desk/replies?${query}`))

test('an agent is given his shop’s texts, and the name that he signs with', async () => {
  const shop = await arrange()
  const answer = await ask(`shop=${shop}&locale=en`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toEqual({
    me: '周宁',
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
