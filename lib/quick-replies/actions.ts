'use server'

import type { z } from 'zod'
import { asKeeper } from '@/lib/auth/keeper'
import { changeReply, deleteReply, enterReply, shiftReply } from './change-replies'
import { newReplySchema, replyChangeSchema, replyMoveSchema, replyRemovalSchema } from './commands'
import type { ReplyFaulty, ReplyInvalid, ReplyRefused, ReplySaved } from './views'

/** The shop's managers keep its texts; everybody in it uses them. */

export async function addQuickReply(
  input: z.input<typeof newReplySchema>,
): Promise<ReplySaved | ReplyRefused | ReplyFaulty | ReplyInvalid> {
  const request = newReplySchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, reply, ...listed } = request.data
  return asKeeper(shopId, { code: 'shopUnknown' }, (keeper) => enterReply(keeper, listed, reply))
}

export async function changeQuickReply(
  input: z.input<typeof replyChangeSchema>,
): Promise<ReplySaved | ReplyRefused | ReplyFaulty | ReplyInvalid> {
  const request = replyChangeSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id, seen, reply, ...listed } = request.data
  const change = { seen, written: reply }
  return asKeeper(shopId, { code: 'replyUnknown' }, (keeper) => changeReply(keeper, listed, id, change))
}

export async function removeQuickReply(
  input: z.input<typeof replyRemovalSchema>,
): Promise<ReplySaved | ReplyRefused | ReplyInvalid> {
  const request = replyRemovalSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id, ...listed } = request.data
  return asKeeper(shopId, { code: 'replyUnknown' }, (keeper) => deleteReply(keeper, listed, id))
}

export async function moveQuickReply(
  input: z.input<typeof replyMoveSchema>,
): Promise<ReplySaved | ReplyRefused | ReplyInvalid> {
  const request = replyMoveSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id, direction, ...listed } = request.data
  return asKeeper(shopId, { code: 'replyUnknown' }, (keeper) => shiftReply(keeper, listed, id, direction))
}
