import { randomUUID } from 'node:crypto'
import type { ShopKeeper } from '@/lib/auth/keeper'
import { ofShop } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import type { Locale } from '@/lib/i18n/locale'
import { recordSettingChange, type SettingChange } from '@/lib/settings/change-store'
import { faultsOf, type QuickReply, type ReplyKind, type ReplyText, tidyReply } from './domain/quick-reply'
import {
  addReply,
  type ChangedList,
  type Direction,
  isSameReply,
  moveReply,
  removeReply,
  rewriteReply,
} from './domain/reply-list'
import { startersOf } from './starters'
import { lockReplies, saveReplies } from './store'
import type { ReplyFaulty, ReplyRefused, ReplySaved } from './views'

/** Which list; `locale`: of the texts that come with the product, while the shop has none of its own. */
export type ListedReplies = { kind: ReplyKind; locale: Locale }

type Lists = { before: QuickReply[]; after: QuickReply[] }

export async function enterReply(
  keeper: ShopKeeper,
  listed: ListedReplies,
  written: ReplyText,
): Promise<ReplySaved | ReplyRefused | ReplyFaulty> {
  const { kind } = listed
  const reply = { ...tidyReply(written), id: randomUUID() }
  const faults = faultsOf(kind, reply)
  if (faults.length > 0) return { ok: false, faults }
  return changeList(keeper, listed, reply.id, {
    change: (list) => addReply(list, reply),
    tell: () => ({ kind: 'QuickReplyAdded', data: { kind, ...reply } }),
  })
}

/** `seen`: how it read on the screen. */
export async function changeReply(
  keeper: ShopKeeper,
  listed: ListedReplies,
  id: string,
  { seen, written }: { seen: ReplyText; written: ReplyText },
): Promise<ReplySaved | ReplyRefused | ReplyFaulty> {
  const { kind } = listed
  const text = tidyReply(written)
  const faults = faultsOf(kind, text)
  if (faults.length > 0) return { ok: false, faults }
  return changeList(keeper, listed, id, {
    change: (list) => rewriteReply(list, id, { seen, text }),
    tell: () =>
      isSameReply(seen, text) ? null : { kind: 'QuickReplyChanged', data: { id, kind, before: seen, after: text } },
  })
}

export async function deleteReply(
  keeper: ShopKeeper,
  listed: ListedReplies,
  id: string,
): Promise<ReplySaved | ReplyRefused> {
  const { kind } = listed
  return changeList(keeper, listed, id, {
    change: (list) => removeReply(list, id),
    tell: ({ before }) => {
      const gone = before.find((one) => one.id === id)
      return gone ? { kind: 'QuickReplyRemoved', data: { kind, ...gone } } : null
    },
  })
}

/** By one place; the first goes no higher and the last no lower. */
export async function shiftReply(
  keeper: ShopKeeper,
  listed: ListedReplies,
  id: string,
  direction: Direction,
): Promise<ReplySaved | ReplyRefused> {
  const { kind } = listed
  return changeList(keeper, listed, id, {
    change: (list) => moveReply(list, id, direction),
    tell: ({ before, after }) => {
      const [from, to] = [before, after].map((list) => 1 + list.findIndex((one) => one.id === id))
      const title = before.find((one) => one.id === id)?.title
      if (from === to || from === undefined || to === undefined || title === undefined) return null
      return { kind: 'QuickReplyMoved', data: { id, kind, title, from, to } }
    },
  })
}

type Act = {
  change: (list: QuickReply[]) => ChangedList
  /** What is written down of it; null: it came to nothing. */
  tell: (lists: Lists) => SettingChange | null
}

/** With the first change the texts that come with the product become the shop's own. */
async function changeList(
  { shopId, actor }: ShopKeeper,
  { kind, locale }: ListedReplies,
  id: string,
  { change, tell }: Act,
): Promise<ReplySaved | ReplyRefused> {
  return inTransaction(ofShop(shopId), async (tx) => {
    const own = await lockReplies(tx, shopId, kind)
    const before = own.length > 0 ? own : startersOf(kind, locale)
    const changed = change(before)
    if (!changed.ok) return changed
    const told = tell({ before, after: changed.list })
    if (told === null) return { ok: true, id, left: own.length }
    await saveReplies(tx, shopId, kind, changed.list)
    await recordSettingChange(tx, { shopId, actor, change: told })
    return { ok: true, id, left: changed.list.length }
  })
}
