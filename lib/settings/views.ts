import type { MemberRole } from '@/lib/members/domain/member'
import type { SettingChange } from './change-store'

export type { SettingChange } from './change-store'

/** Who changed something; a role is the one that he had then. */
export type ChangeAuthor =
  | { kind: 'MEMBER'; userId: string; name: string; role: MemberRole }
  /** A program with a key of the shop's. */
  | { kind: 'KEY'; name: string; role: MemberRole }
  /** With a key of its own, by its support, or at the machine itself. */
  | { kind: 'PLATFORM'; by: 'KEY' | 'SUPPORT' | 'COMMAND_LINE' }

/** Instants in epoch ms. */
export type ChangeView = { id: number; at: number; author: ChangeAuthor; change: SettingChange }

/** `value`: as the URL names him. */
export type AuthorChoice = { value: string; author: ChangeAuthor }

export type HistoryPage = {
  rows: ChangeView[]
  /** The id before which the next page begins; null on the last. */
  next: number | null
  /** Everybody who ever changed something of the shop. */
  authors: AuthorChoice[]
  /** The database's time. */
  now: number
}
