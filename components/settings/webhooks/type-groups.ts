import { WEBHOOK_TYPES, type WebhookType } from '@/lib/webhooks/views'

/** What a webhook is about, in the order of the list. */
export const TYPE_GROUPS = ['after_sale', 'refund', 'dispute', 'shop'] as const
export type TypeGroup = (typeof TYPE_GROUPS)[number]

export function typesOf(group: TypeGroup): WebhookType[] {
  return WEBHOOK_TYPES.filter((type) => type.startsWith(`${group}.`))
}

/** Whether its subject is a case, and not the shop itself. */
export function isAboutCase(type: WebhookType): boolean {
  return !typesOf('shop').includes(type)
}
