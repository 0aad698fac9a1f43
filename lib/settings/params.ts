import type { SettingChange } from './change-store'

/** What the URL of the history says. */

export const AREAS = ['instantRefund', 'members', 'keys', 'webhooks', 'addresses', 'replies'] as const
export type Area = (typeof AREAS)[number]

/** Where each kind of change belongs: a new kind has a place before it is built. */
export const AREA_OF: Record<SettingChange['kind'], Area> = {
  InstantRefundSwitched: 'instantRefund',
  MemberInvited: 'members',
  InvitationRevoked: 'members',
  MemberJoined: 'members',
  MemberRoleChanged: 'members',
  MemberDeactivated: 'members',
  MemberReactivated: 'members',
  ApiKeyCreated: 'keys',
  ApiKeyRotated: 'keys',
  ApiKeyRevoked: 'keys',
  WebhookEndpointCreated: 'webhooks',
  WebhookEndpointDeleted: 'webhooks',
  WebhookSecretRotated: 'webhooks',
  ReturnAddressAdded: 'addresses',
  ReturnAddressChanged: 'addresses',
  ReturnAddressRemoved: 'addresses',
  ReturnAddressDefaultChanged: 'addresses',
  QuickReplyAdded: 'replies',
  QuickReplyChanged: 'replies',
  QuickReplyMoved: 'replies',
  QuickReplyRemoved: 'replies',
}

/** The platform among the people of the filter. */
export const PLATFORM_AUTHOR = 'platform'

export type HistoryFilter = { area?: Area | undefined; by?: string | undefined; before?: number | undefined }

/** Nonsense is as if it were not there. */
export function parseHistoryFilter(params: Record<string, string | string[] | undefined>): HistoryFilter {
  const { by, before } = params
  return {
    area: AREAS.find((area) => area === params.area),
    by: typeof by === 'string' && /^[\w.:-]{1,100}$/.test(by) ? by : undefined,
    before: typeof before === 'string' && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : undefined,
  }
}

/** The address of the history with this filter. */
export function historyHref({ area, by, before }: HistoryFilter): string {
  const params = new URLSearchParams({
    ...(area && { area }),
    ...(by && { by }),
    ...(before && { before: String(before) }),
  })
  return params.size > 0 ? `/settings/history?${params}` : '/settings/history'
}
