import type { Status } from '@/lib/after-sales/domain/after-sale'
import type { Method } from '@/lib/api/operation'
import type { ProblemCode } from '@/lib/api/problem-codes'
import type { RESOURCES } from '@/lib/api/resources'

export const TAGS = {
  Shops: 'Shops, where their goods go back to, and what they refund at once.',
  Orders: 'What the platform tells of orders: paid, shipped, delivered. With a platform key.',
  Cases: 'One application by a buyer on one order: refunds, returns and services, with their clock and their history.',
  Acts: 'What buyer, merchant and support do to a case. Each answers with the case as it then is.',
  Files: 'Photos and documents, sent before the case, message or receipt that names them.',
  Refunds: 'Money on its way back, and what got stuck.',
  Webhooks: 'Being told instead of asking. With a platform key or a manager’s key of the shop.',
  Sandbox: 'A clock that can be moved, and keys for tests. Only where the sandbox is switched on.',
} as const
export type Tag = keyof typeof TAGS

/** Whose key: the platform's, or one of a shop for an agent or a manager. */
export type KeyKind = 'PLATFORM' | 'AGENT' | 'MANAGER'
export const EVERY_KEY: readonly KeyKind[] = ['PLATFORM', 'AGENT', 'MANAGER']

export type Example = { summary: string; value: unknown }
/** `keys`: for whom it is, where not every key of the operation can send it. */
export type BodyExample = Example & { keys?: readonly KeyKind[] }

/** What the document says of an operation besides its form. */
export type OperationNote = {
  /** The name that generated clients give it; never changes. */
  id: string
  tag: Tag
  keys: readonly KeyKind[]
  /** What it can refuse besides what every request of its kind can be refused for. */
  problems?: readonly ProblemCode[]
  /** The statuses of a case that an act fits. */
  fits?: readonly Status[]
  /** Whether a sentence in the answer follows Accept-Language. */
  localized?: boolean
  /** Bodies by name; `answer` is what success looks like. */
  bodies?: Record<string, BodyExample>
  answer: Example
}

type PathOf = keyof typeof RESOURCES
export type OperationName = {
  [P in PathOf]: `${Extract<keyof (typeof RESOURCES)[P], Method>} ${P}`
}[PathOf]
