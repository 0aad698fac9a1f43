import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locale'

/** An address of the desk, for whoever reads a letter. */
export function deskUrl(path: string): string {
  return `${(env().AFTERDESK_URL ?? '').replace(/\/+$/, '')}${path}`
}

/** A letter as mail programs show it; `blocks` are HTML already. */
export function htmlLetter(language: Locale, blocks: readonly string[]): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><body style="font:14px/1.6 sans-serif;color:#14191c">\n${blocks.join('\n')}\n</body></html>`
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
