import { mintShopId } from '@/lib/auth/mint'
import { enterReply } from '@/lib/quick-replies/change-replies'
import { loadReplies } from '@/lib/quick-replies/queries'
import { database } from '@/tests/support/access'
import type { Maker } from './things'

export const REPLY = { title: '问候', text: '您好，正在为您核实', reasonCode: null }

/** The first of the shop's own texts, with others behind it. */
export const makeReply: Maker = async (shopId, userId) => {
  await database.query(`DELETE FROM "QuickReply" WHERE "shopId" = $1`, [shopId])
  const own = mintShopId(shopId)
  const scope = { kind: 'SHOPS', shopIds: [own] } as const
  const keeper = { shopId: own, actor: { role: 'MANAGER', id: userId }, userId, scope } as const
  const entered = await enterReply(keeper, { kind: 'REPLY', locale: 'zh-CN' }, REPLY)
  if (!entered.ok) throw new Error('the text was not kept')
  const { list } = (await loadReplies(own, 'zh-CN')).REPLY
  await database.query(
    `UPDATE "QuickReply" SET "position" = CASE "id" WHEN $2 THEN 0 ELSE "position" + 1 END WHERE "shopId" = $1 AND "kind" = 'REPLY'`,
    [shopId, entered.id],
  )
  if (list.length < 2) throw new Error('it has nowhere to go')
  return { id: entered.id }
}
