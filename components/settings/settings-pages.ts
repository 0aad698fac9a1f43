/** The pages of the settings in their order; their words are `shell.settingsPages.<name>`. */
export const SETTINGS_PAGES = [
  { name: 'keys', href: '/settings/keys' },
  { name: 'webhooks', href: '/settings/webhooks' },
] as const
