import type { DeliveryError, DeliveryStatus, WebhookType } from './domain/types'

export {
  DELIVERY_STATUSES,
  type DeliveryError,
  type DeliveryStatus,
  WEBHOOK_TYPES,
  type WebhookType,
} from './domain/types'

/** What screens are given. Instants are epoch milliseconds of the real time: deliveries know no sandbox clock. */
type Instant = number

/** How many endpoints a shop, or the platform, may have. */
export const MAX_ENDPOINTS = 20
/** How many waiting deliveries are counted; beyond it a screen says so ("999+"). */
export const WAITING_LIMIT = 1000

/**
 * OK: the last attempt arrived, or there was none. FAILING: attempts fail since then, and each delivery is tried again
 * on its own. OPEN: so many failed in a row that only one delivery is tried, at `until`, and the rest waits for it.
 */
export type WebhookHealth =
  | { state: 'OK' }
  | { state: 'FAILING'; since: Instant; failures: number }
  | { state: 'OPEN'; since: Instant; until: Instant; failures: number }

export type WebhookEndpointView = {
  id: string
  url: string
  /** Null: all types, those to come included. */
  types: WebhookType[] | null
  createdAt: Instant
  /** The name of the person who made it; null when it was made with an API key. */
  createdBy: string | null
  /** Until when the secret before the present one signs too; null when none does. */
  previousSecretUntil: Instant | null
  health: WebhookHealth
  /** Deliveries not yet made, at most WAITING_LIMIT. */
  waiting: number
}

/** The settings page of a shop. `now`: the real time, which `until` and `nextAttemptAt` are to be compared with. */
export type WebhookSettings = { endpoints: WebhookEndpointView[]; now: Instant }

export type WebhookDeliveryRow = {
  id: string
  /** The `webhook-id`: the same in every attempt and re-sending, and for every endpoint. */
  webhookId: string
  type: WebhookType
  /** What it is about: a case's number, or a shop's id. */
  subject: string
  status: DeliveryStatus
  /** All there were, re-sendings included. */
  attempts: number
  lastStatusCode: number | null
  lastError: DeliveryError | null
  createdAt: Instant
  /** Null once it is delivered or given up. One that waits for an earlier one of its case, or for its endpoint, may be later. */
  nextAttemptAt: Instant | null
  finishedAt: Instant | null
}

/** Newest first; `nextCursor` is the `cursor` of the next page. */
export type WebhookDeliveryPage = { rows: WebhookDeliveryRow[]; nextCursor: string | null; now: Instant }

export type WebhookAttemptView = {
  /** From 1, over all re-sendings. */
  n: number
  startedAt: Instant
  durationMs: number
  statusCode: number | null
  /** Null: it arrived. */
  error: DeliveryError | null
  /** The beginning of what was answered; '' for nothing. */
  excerpt: string
}

export type WebhookDeliveryDetail = WebhookDeliveryRow & {
  /** Exactly what is sent, JSON. */
  payload: string
  /** Latest first, at most 100. */
  attemptLog: WebhookAttemptView[]
  now: Instant
}

/** One fault of a form; `path` is `url` or `types.0`; `code` names the message. */
export type WebhookFormError = {
  path: string
  code:
    | 'invalidUrl'
    | 'schemeNotHttp'
    | 'credentialsInUrl'
    | 'fragmentInUrl'
    | 'urlTooLong'
    | 'targetPrivate'
    | 'invalidTypes'
}

/** Why not. `gone`: no such shop, endpoint or delivery for the one who asks (any more). */
export type WebhookRefusal =
  | { code: 'gone' }
  | { code: 'notPermitted' }
  | { code: 'tooManyEndpoints'; limit: number }
  /** It waits for its turn already. */
  | { code: 'deliveryPending' }
export type WebhookRefused = { ok: false; refusal: WebhookRefusal }
export type WebhookInvalid = { ok: false; invalid: WebhookFormError[] }

/** The secret is shown this once. */
export type EndpointCreated = { ok: true; endpoint: WebhookEndpointView; secret: string }
export type SecretRotated = { ok: true; secret: string; previousValidUntil: Instant }
export type WebhookDone = { ok: true }
