import { describe, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/desk/members/route'
import { setActive } from '@/lib/members/store'
import { inTransaction } from '@/tests/support/access'
import { signIn, signInAs, useBrowser } from '@/tests/support/browser'
import { openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { openStaffed } from '@/tests/support/marks'
import { sent } from '@/tests/support/next-request'
import { hire } from '@/tests/support/staff'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

describe('who may be given cases', () => {
  const ask = (query = '') => GET(new Request(`http://desk/api/desk/members${query}`))

  test('are the active members by name; who left is told apart', async () => {
    const { lin, zhou, shopId } = await openStaffed()
    const gone = await hire({ [shopId]: 'AGENT' }, { name: '何青' })
    await inTransaction((tx) => setActive(tx, { shopId, userId: gone.userId }, false))
    await signIn(lin.userId)
    const answer = await ask(`?shop=${shopId}`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const person = ({ userId, name }: typeof lin) => ({ userId, name })
    expect(await answer.json()).toEqual({
      me: lin.userId,
      members: [zhou, lin].map(person).sort((a, b) => (a.name < b.name ? -1 : 1)),
      former: [person(gone)],
    })
    expect(await (await ask()).json()).toMatchObject({ me: lin.userId })
  })

  test('are told to nobody else', async () => {
    const { shopId } = await openStaffed()
    expect((await ask(`?shop=${shopId}`)).status).toBe(401)
    await signInAs('MANAGER', (await openCase()).shopId)
    expect((await ask(`?shop=${shopId}`)).status).toBe(404)
    sent.cookies.clear()
    await signIn((await hire({}, { support: true })).userId)
    expect((await ask(`?shop=${shopId}`)).status).toBe(401)
  })
})
