export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const YEAR_S = 365 * 24 * 60 * 60

/** Runs in the head before the first paint, and again whenever the system or the person decides anew. */
export const THEME_SCRIPT = `{
const system = matchMedia('(prefers-color-scheme: dark)')
const apply = () => {
  const chosen = /(?:^|; )theme=(light|dark)/.exec(document.cookie)
  document.documentElement.classList.toggle('dark', chosen ? chosen[1] === 'dark' : system.matches)
}
apply()
system.addEventListener('change', apply)
addEventListener('themechange', apply)
}`

/** Keeps the chosen theme for a year; `system` keeps none. */
export function setTheme(theme: Theme): void {
  const age = theme === 'system' ? 0 : YEAR_S
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`
  dispatchEvent(new Event('themechange'))
}

export function readTheme(): Theme {
  return THEMES.find((theme) => document.cookie.split('; ').includes(`theme=${theme}`)) ?? 'system'
}
