import type { MemberRole } from '@/lib/members/domain/member'
import { database } from '@/tests/support/access'
import { signIn } from '@/tests/support/browser'
import { sent } from '@/tests/support/next-request'
import { createShop, hire } from '@/tests/support/staff'
import type { Who } from '@/tests/support/who-may'

/** Everybody who may come, and what he is at the moment at which he comes. */

/** `out`: his cookie opens nothing. `here`, `there`: as what he works for the shop, and for another. */
type Standing = { out: boolean; here: MemberRole | null; there: MemberRole | null; support: boolean }
type Became = (userId: string, shopId: string) => Promise<unknown>
type Person = { standing: Standing; signedIn?: Partial<Standing>; became?: Became }

const NOBODY: Standing = { out: false, here: null, there: null, support: false }
const OUT: Standing = { ...NOBODY, out: true }
const change = (sql: string): Became => {
  return (userId, shopId) => database.query(sql, [userId, shopId])
}

export const PEOPLE = {
  'signed out': { standing: OUT },
  'signed in with another secret': { standing: OUT, signedIn: { here: 'MANAGER' }, became: async () => forge() },
  'a manager with the password before': {
    standing: OUT,
    signedIn: { here: 'MANAGER' },
    became: change(`UPDATE "User" SET "passwordHash" = $2 || 'another' WHERE "id" = $1`),
  },
  'a deactivated manager': {
    standing: OUT,
    signedIn: { here: 'MANAGER' },
    became: change(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1 AND "shopId" = $2`),
  },
  'one of no shop': {
    standing: OUT,
    signedIn: { here: 'AGENT' },
    became: change(`DELETE FROM "Member" WHERE "userId" = $1 AND "shopId" = $2`),
  },
  'a manager elsewhere, deactivated here': {
    standing: { ...NOBODY, there: 'MANAGER' },
    signedIn: { here: 'MANAGER', there: 'MANAGER' },
    became: change(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1 AND "shopId" = $2`),
  },
  'a manager made an agent': {
    standing: { ...NOBODY, here: 'AGENT' },
    signedIn: { here: 'MANAGER' },
    became: change(`UPDATE "Member" SET "role" = 'AGENT' WHERE "userId" = $1 AND "shopId" = $2`),
  },
  'an agent': { standing: { ...NOBODY, here: 'AGENT' } },
  'an agent who manages another shop': { standing: { ...NOBODY, here: 'AGENT', there: 'MANAGER' } },
  'a manager': { standing: { ...NOBODY, here: 'MANAGER' } },
  'an agent of another shop': { standing: { ...NOBODY, there: 'AGENT' } },
  'a manager of another shop': { standing: { ...NOBODY, there: 'MANAGER' } },
  support: { standing: { ...NOBODY, support: true } },
  'support who is an agent': { standing: { ...NOBODY, here: 'AGENT', support: true } },
} as const satisfies Record<string, Person>

export type PersonName = keyof typeof PEOPLE
export const EVERYBODY = Object.keys(PEOPLE) as PersonName[]

export const standingOf = (person: PersonName): Standing => PEOPLE[person].standing

/** Whether it is his, of a thing of the shop. */
export function may(who: Who, { out, here, there, support }: Standing): boolean {
  if (who === 'ANYBODY') return true
  if (out) return false
  switch (who) {
    case 'VIEWER':
      return true
    case 'DESK':
      return here !== null || there !== null
    case 'MEMBER':
    case 'OWNER':
      return here !== null
    case 'MANAGER':
      return here === 'MANAGER'
    case 'SUPPORT':
      return support
    case 'OUTSIDE_SUPPORT':
      return support && here === null
    case 'MEMBER_OR_SUPPORT':
      return here !== null || support
    case 'MANAGER_OR_SUPPORT':
      return here === 'MANAGER' || support
    case 'MANAGER_OR_OUTSIDE_SUPPORT':
      return here === 'MANAGER' || (support && here === null)
  }
}

type Came = { userId: string; cookies: [string, string][] }

/** Everybody once, each with the cookies that he came by. */
export async function gather(shopId: string): Promise<{ be(person: PersonName): string }> {
  const elsewhere = await createShop('别家店')
  const came = new Map<PersonName, Came>()
  for (const name of EVERYBODY) came.set(name, await bring(PEOPLE[name], shopId, elsewhere))
  return {
    be: (person) => {
      const { userId, cookies } = came.get(person) ?? { userId: '', cookies: [] }
      sent.cookies.clear()
      for (const [name, value] of cookies) sent.cookies.set(name, value)
      return userId
    },
  }
}

async function bring({ standing, signedIn, became }: Person, shopId: string, elsewhere: string): Promise<Came> {
  const { here, there, support } = { ...standing, ...signedIn }
  const shops = { ...(here && { [shopId]: here }), ...(there && { [elsewhere]: there }) }
  const { userId } = await hire(shops, { support })
  sent.cookies.clear()
  if (here || there || support) await signIn(userId)
  // whichever other shops he has, his desk shows this one
  if (here) sent.cookies.set('shop', shopId)
  await became?.(userId, shopId)
  return { userId, cookies: [...sent.cookies] }
}

/** As it would be had somebody else signed it. */
function forge(): void {
  for (const [name, value] of sent.cookies) sent.cookies.set(name, value.replace(/.{12}$/, 'AAAAAAAAAAAA'))
}
