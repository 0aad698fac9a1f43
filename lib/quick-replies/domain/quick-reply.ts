import { findUnknown } from './variables'

/** A text that is said again and again: to a buyer, or of a rejection (R1.3). Pure. */

export const REPLY_KINDS = ['REPLY', 'REJECTION'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** `reasonCode`: of a rejection, chosen along with the text; null: whichever is chosen. */
export type ReplyText = { title: string; text: string; reasonCode: string | null }
export type QuickReply = ReplyText & { id: string }

export const REPLY_TITLE_MAX = 30
export const REPLY_TEXT_MAX = 500
/** R1.3 A rejection's text is no shorter than a rejection's. */
export const REPLY_TEXT_MIN: Record<ReplyKind, number> = { REPLY: 1, REJECTION: 10 }

export type ReplyFault =
  | { path: 'title' | 'text'; code: 'missing' | 'unprintable' }
  | { path: 'title' | 'text'; code: 'tooLong' | 'tooShort'; limit: number }
  | { path: 'text'; code: 'unknownVariable'; names: string[] }

const UNPRINTABLE = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** As it is kept: a title is one line. */
export function tidyReply({ title, text, reasonCode }: ReplyText): ReplyText {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ')
  return { title: title.replace(/\s+/g, ' ').trim(), text: lines.trim(), reasonCode }
}

/** Everything that is wrong with it, at most one for each field. */
export function faultsOf(kind: ReplyKind, { title, text }: ReplyText): ReplyFault[] {
  return [faultOf('title', title, 1, REPLY_TITLE_MAX), faultOfText(kind, text)].flatMap((fault) => fault ?? [])
}

function faultOfText(kind: ReplyKind, text: string): ReplyFault | null {
  const fault = faultOf('text', text, REPLY_TEXT_MIN[kind], REPLY_TEXT_MAX)
  if (fault) return fault
  const names = findUnknown(text)
  return names.length > 0 ? { path: 'text', code: 'unknownVariable', names } : null
}

function faultOf(path: 'title' | 'text', value: string, min: number, max: number): ReplyFault | null {
  const length = [...value].length
  if (length === 0) return { path, code: 'missing' }
  if (UNPRINTABLE.test(value)) return { path, code: 'unprintable' }
  if (length > max) return { path, code: 'tooLong', limit: max }
  return length < min ? { path, code: 'tooShort', limit: min } : null
}
