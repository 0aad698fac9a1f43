import type { z } from 'zod'
import { commandSchemas, versionSchema } from '@/lib/after-sales/commands'
import type { Command, CommandType } from '@/lib/after-sales/domain/commands'

/** What an act's body says: the command, and what the caller saw last. */
export type ActRequest = { version?: number | undefined; command: Command }
type ActForm = { type: CommandType; body: z.ZodType<ActRequest> }

const seen = { version: versionSchema }
const { withdraw, submitReturnShipment, sendMessage, readMessages, logContact, approve, reject, confirmReceipt } =
  commandSchemas

/** The acts on a case by their path, `POST /after-sales/{no}/<path>`. */
export const ACTS = {
  withdraw: form('withdraw', withdraw.extend(seen), ({ version }) => ({ version, command: { type: 'withdraw' } })),
  'return-shipment': form('submitReturnShipment', submitReturnShipment.extend(seen), ({ version, ...fields }) => ({
    version,
    command: { type: 'submitReturnShipment', ...fields },
  })),
  messages: form('sendMessage', sendMessage.extend(seen), ({ version, ...fields }) => ({
    version,
    command: { type: 'sendMessage', ...fields },
  })),
  'messages/read': form('readMessages', readMessages.extend(seen), ({ version }) => ({
    version,
    command: { type: 'readMessages' },
  })),
  contacts: form('logContact', logContact.extend(seen), ({ version, ...fields }) => ({
    version,
    command: { type: 'logContact', ...fields },
  })),
  approve: form('approve', approve.extend(seen), ({ version, ...fields }) => ({
    version,
    command: { type: 'approve', ...fields },
  })),
  reject: form('reject', reject.extend(seen), ({ version, ...fields }) => ({
    version,
    command: { type: 'reject', ...fields },
  })),
  'confirm-receipt': form('confirmReceipt', confirmReceipt.extend(seen), ({ version, ...fields }) => ({
    version,
    command: { type: 'confirmReceipt', ...fields },
  })),
} satisfies Record<string, ActForm>

export type ActPath = keyof typeof ACTS

/** The path of a command; null for what is no act on a case from outside. */
export function pathOf(type: CommandType): string | null {
  return Object.entries(ACTS).find(([, act]) => act.type === type)?.[0] ?? null
}

function form<F>(type: CommandType, schema: z.ZodType<F>, read: (fields: F) => ActRequest): ActForm {
  return { type, body: schema.transform(read) }
}
