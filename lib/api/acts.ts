import { commandSchemas, versionSchema } from '@/lib/after-sales/commands'
import type { CommandType } from '@/lib/after-sales/domain/commands'
import { type ActForm, form } from './act-form'
import { DISPUTE_ACTS } from './dispute-acts'
import { SERVICE_ACTS } from './service-acts'

const seen = { version: versionSchema }
const { withdraw, submitReturnShipment, sendMessage, readMessages, logContact, approve, reject, confirmReceipt } =
  commandSchemas

/** R1.3 `logContact` says it in code; this is for who reads the schema. */
const NOTE_IF_REACHED = {
  if: { properties: { outcome: { const: 'REACHED' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties: { note: { pattern: String.raw`\S` } } },
}

/** The acts on a case by their path, `POST /after-sales/{no}/<path>`. */
export const ACTS = {
  withdraw: form(
    'withdraw',
    'Withdraw a case',
    'For the buyer: any time before money is ordered (R6.1).',
    withdraw.extend(seen),
    ({ version }) => ({ version, command: { type: 'withdraw' } }),
  ),
  'return-shipment': form(
    'submitReturnShipment',
    'Tell the waybill of the return',
    'For the buyer; again corrects it without restarting the clock (R2.3).',
    submitReturnShipment.extend(seen),
    ({ version, ...fields }) => ({
      version,
      command: { type: 'submitReturnShipment', ...fields },
    }),
  ),
  messages: form(
    'sendMessage',
    'Send a message',
    'The sender is the side of the key (R6.2).',
    sendMessage.extend(seen),
    ({ version, ...fields }) => ({
      version,
      command: { type: 'sendMessage', ...fields },
    }),
  ),
  'messages/read': form(
    'readMessages',
    'Mark the other side’s messages read',
    'Once the buyer has read a message, the merchant may reject (R6.2, R1.3).',
    readMessages.extend(seen),
    ({ version }) => ({
      version,
      command: { type: 'readMessages' },
    }),
  ),
  contacts: form(
    'logContact',
    'Log a call or a chat elsewhere',
    'One that reached the buyer counts as contact (R1.3) and says what was said.',
    logContact.extend(seen).meta(NOTE_IF_REACHED),
    ({ version, ...fields }) => ({
      version,
      command: { type: 'logContact', ...fields },
    }),
  ),
  approve: form(
    'approve',
    'Approve',
    'Orders the refund (R1.2), or the return to an address of the shop, the default one if none is named (R2.2).',
    approve.extend(seen),
    ({ version, ...fields }) => ({
      version,
      command: { type: 'approve', ...fields },
    }),
  ),
  reject: form(
    'reject',
    'Reject',
    'The buyer must be aware first: a message that was read or answered, or a logged contact (R1.3).',
    reject.extend(seen),
    ({ version, ...fields }) => ({
      version,
      command: { type: 'reject', ...fields },
    }),
  ),
  'confirm-receipt': form(
    'confirmReceipt',
    'Confirm that the goods came back',
    'Orders the refund (R2.5).',
    confirmReceipt.extend(seen),
    ({ version, ...fields }) => ({
      version,
      command: { type: 'confirmReceipt', ...fields },
    }),
  ),
  ...SERVICE_ACTS,
  ...DISPUTE_ACTS,
} satisfies Record<string, ActForm>

export type ActPath = keyof typeof ACTS
export const ACT_PATHS = Object.keys(ACTS) as ActPath[]

/** The path of a command; null for what is no act on a case from outside. */
export function pathOf(type: CommandType): ActPath | null {
  return ACT_PATHS.find((path) => ACTS[path].type === type) ?? null
}
