const YEAR_S = 365 * 24 * 60 * 60

/** Keeps for a year how this browser wants something shown; undefined forgets it. Over https it never leaves in the clear. */
export function keepPreference(name: string, value: string | undefined): void {
  const age = value === undefined ? 0 : YEAR_S
  const secure = location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser
  document.cookie = `${name}=${value ?? ''}; path=/; max-age=${age}; samesite=lax${secure}`
}
