const MAX_LENGTH = 120

/** What a sender called a file, safe to show: one line, no path, no control or direction characters, not endless. */
export function safeName(sent: string | undefined): string {
  const base = (sent ?? '').toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const shown = shorten(clean)
  return /^[.\s]*$/.test(shown) ? 'file' : shown
}

/** Cut in the middle, so that the ending stays. */
function shorten(name: string): string {
  const letters = [...name]
  if (letters.length <= MAX_LENGTH) return name
  return [...letters.slice(0, MAX_LENGTH - 20), '…', ...letters.slice(-19)].join('')
}
