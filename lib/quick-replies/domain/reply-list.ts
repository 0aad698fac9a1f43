import type { QuickReply, ReplyText } from './quick-reply'

/** The texts of one kind in their order, and how they change. Pure. */

/** They are looked through by eye. */
export const REPLIES_PER_KIND = 100

export type ReplyRefusal =
  /** There is none, or it is another shop's. */
  | { code: 'replyUnknown' }
  | { code: 'titleTaken'; title: string }
  | { code: 'tooManyReplies'; max: number }
  /** Somebody else has rewritten it since it was read. */
  | { code: 'replyChanged' }
  | { code: 'shopUnknown' | 'notPermitted' }

export type ChangedList = { ok: true; list: QuickReply[] } | { ok: false; refusal: ReplyRefusal }

export const DIRECTIONS = ['UP', 'DOWN'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** At the end. */
export function addReply(list: readonly QuickReply[], reply: QuickReply): ChangedList {
  if (list.length >= REPLIES_PER_KIND) return refused({ code: 'tooManyReplies', max: REPLIES_PER_KIND })
  return refuseTitle(list, reply.title) ?? changed([...list, reply])
}

/** In its place. `seen`: how it read when somebody began to rewrite it. */
export function rewriteReply(
  list: readonly QuickReply[],
  id: string,
  { seen, text }: { seen: ReplyText; text: ReplyText },
): ChangedList {
  const reply = list.find((one) => one.id === id)
  if (!reply) return refused({ code: 'replyUnknown' })
  if (!isSameReply(reply, seen)) return refused({ code: 'replyChanged' })
  const others = list.filter((one) => one !== reply)
  return refuseTitle(others, text.title) ?? changed(list.map((one) => (one === reply ? { ...text, id } : one)))
}

export function removeReply(list: readonly QuickReply[], id: string): ChangedList {
  const rest = list.filter((one) => one.id !== id)
  return rest.length === list.length ? refused({ code: 'replyUnknown' }) : changed(rest)
}

/** By one place; at the end of the list nothing happens. */
export function moveReply(list: readonly QuickReply[], id: string, direction: Direction): ChangedList {
  const at = list.findIndex((one) => one.id === id)
  if (at === -1) return refused({ code: 'replyUnknown' })
  const to = direction === 'UP' ? at - 1 : at + 1
  const [moved, passed] = [list[at], list[to]]
  if (!moved || !passed) return changed(list)
  return changed(list.map((one, n) => (n === at ? passed : n === to ? moved : one)))
}

export function isSameReply(a: ReplyText, b: ReplyText): boolean {
  return a.title === b.title && a.text === b.text && a.reasonCode === b.reasonCode
}

/** One finds a text by its title. */
function refuseTitle(others: readonly QuickReply[], title: string): ChangedList | null {
  const taken = others.some((one) => one.title.toLowerCase() === title.toLowerCase())
  return taken ? refused({ code: 'titleTaken', title }) : null
}

function changed(list: readonly QuickReply[]): ChangedList {
  return { ok: true, list: [...list] }
}

function refused(refusal: ReplyRefusal): ChangedList {
  return { ok: false, refusal }
}
