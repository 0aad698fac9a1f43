import { findShopOf } from '@/lib/after-sales/queries'
import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { announceLook, deleteLook, type Look, lockTabs, prolongLook, readLooks, saveLook, type Tab } from './store'

/**
 * The tab shows this case. Others hear of it when somebody comes to a case, not while he stays. False: within `scope` there
 * is no such case.
 */
export async function lookAt(scope: Scope, tab: Tab, no: string): Promise<boolean> {
  if (await prolongLook(tab, no, shopIdsOf(scope))) return true
  const shopId = await findShopOf(scope, no)
  if (shopId === null) return false
  await change(tab.userId, (tx) => saveLook(tx, tab, { shopId, no }))
  return true
}

/** The tab shows no case any more. */
export async function lookAway(tab: Tab): Promise<void> {
  await change(tab.userId, (tx) => deleteLook(tx, tab))
}

/** Tells the shops in which somebody came to a case or left one; two tabs of one person are one. */
async function change(userId: string, apply: (tx: Tx) => Promise<void>): Promise<void> {
  await inTransaction(EVERYWHERE, async (tx) => {
    await lockTabs(tx, userId)
    const before = await readLooks(tx, userId)
    await apply(tx)
    const after = await readLooks(tx, userId)
    const shops = new Set([...without(before, after), ...without(after, before)].map(({ shopId }) => shopId))
    for (const shopId of shops) await announceLook(tx, shopId, userId)
  })
}

function without(looks: readonly Look[], others: readonly Look[]): Look[] {
  return looks.filter(({ no }) => !others.some((other) => other.no === no))
}
