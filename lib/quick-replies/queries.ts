import type { ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import type { Locale } from '@/lib/i18n/locale'
import type { ReplyKind } from './domain/quick-reply'
import { startersOf } from './starters'
import type { QuickReplyView, ReplyList, ShopReplies } from './views'

type Row = Omit<QuickReplyView, 'updatedAt'> & { kind: ReplyKind; updatedAt: Date }

/** The shop's texts of both kinds in their order; of a kind that it has none of, those that come with the product. */
export async function loadReplies(shopId: ShopId, locale: Locale): Promise<ShopReplies> {
  const { rows } = await within(ofShop(shopId)).query<Row>(
    `SELECT "kind", "id", "title", "text", "reasonCode", "updatedAt" FROM "QuickReply" WHERE "shopId" = $1 ORDER BY "position"`,
    [shopId],
  )
  const listOf = (wanted: ReplyKind): ReplyList => {
    const own = rows
      .filter(({ kind }) => kind === wanted)
      .map(({ kind: _, updatedAt, ...reply }) => ({ ...reply, updatedAt: updatedAt.getTime() }))
    if (own.length > 0) return { own: true, list: own }
    return { own: false, list: startersOf(wanted, locale).map((starter) => ({ ...starter, updatedAt: null })) }
  }
  return { REPLY: listOf('REPLY'), REJECTION: listOf('REJECTION') }
}
