import { keepPreference } from './preference'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

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
  keepPreference('theme', theme === 'system' ? undefined : theme)
  dispatchEvent(new Event('themechange'))
}

export function readTheme(): Theme {
  return THEMES.find((theme) => document.cookie.split('; ').includes(`theme=${theme}`)) ?? 'system'
}
