/** The pages of the settings in their order; their words are `shell.settingsPages.<name>`. */
export const SETTINGS_PAGES = [
  { name: 'instantRefund', href: '/settings/instant-refund' },
  { name: 'addresses', href: '/settings/addresses' },
  { name: 'replies', href: '/settings/replies' },
  { name: 'members', href: '/settings/members' },
  { name: 'keys', href: '/settings/keys' },
  { name: 'webhooks', href: '/settings/webhooks' },
  { name: 'history', href: '/settings/history' },
] as const
