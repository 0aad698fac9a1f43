import type { KeyRefusal, KeyState, ShopKeyRole } from './domain/api-key'

/** A key as people see it: nothing here opens anything. Instants in epoch ms. */
export type ApiKeyView = {
  id: string
  /** What people call it by: the beginning of its token. */
  prefix: string
  name: string
  /** Null for a platform key, which belongs to no shop. */
  holder: { shopId: string; role: ShopKeyRole } | null
  createdAt: number
  /** The person's name; null: from the command line. */
  createdBy: string | null
  /** To the minute. */
  lastUsedAt: number | null
  state: KeyState
  /** The beginning of the key that took its place. */
  replacedBy: string | null
  can: { rotate: boolean; revoke: boolean }
}

/** The keys that open something, newest first, and the last ones that no longer do. */
export type ShopKeys = { usable: ApiKeyView[]; ended: ApiKeyView[] }

export type KeyRefused = { ok: false; refusal: KeyRefusal }
/** What was sent has a fault that the form does not allow. */
export type KeyInvalid = { ok: false; invalid: true }

/** `token` is seen now and never again. */
export type KeyCreated = { ok: true; token: string }
/** `oldValidUntil`: epoch ms; not later than now when the old one opens nothing any more. */
export type KeyRotated = { ok: true; token: string; prefix: string; oldPrefix: string; oldValidUntil: number }
export type KeyRevoked = { ok: true; prefix: string; name: string }
