import type { QuickReply, ReplyFault, ReplyKind } from './domain/quick-reply'
import type { ReplyRefusal } from './domain/reply-list'

/** `updatedAt`: when it was last rewritten, epoch ms; null of one that comes with the product. */
export type QuickReplyView = QuickReply & { updatedAt: number | null }
/** `own`: the shop has its own; else these come with the product. */
export type ReplyList = { own: boolean; list: QuickReplyView[] }
export type ShopReplies = Record<ReplyKind, ReplyList>
/** For who answers buyers: the shop's texts, and the name that he signs with. */
export type RepliesForUse = { replies: ShopReplies; me: string }

export type ReplyRefused = { ok: false; refusal: ReplyRefusal }
/** What was written has faults, each at its field. */
export type ReplyFaulty = { ok: false; faults: ReplyFault[] }
/** What was sent is no request of the screen's. */
export type ReplyInvalid = { ok: false; invalid: true }
/** `left`: how many the shop has of its own now; at none those that come with the product are back. */
export type ReplySaved = { ok: true; id: string; left: number }
