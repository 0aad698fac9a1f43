import { THEME_SCRIPT } from './theme'

/** Whatever puts styles into the page by itself takes its nonce from here, as bundlers leave it. */
const NONCE_SCRIPT = 'globalThis.__webpack_nonce__ = document.currentScript.nonce\n'

/** In the head: a page never flashes in the wrong theme. */
export function ThemeScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
      dangerouslySetInnerHTML={{ __html: NONCE_SCRIPT + THEME_SCRIPT }}
      nonce={nonce}
      // The browser hides the nonce from scripts, so React finds another than it wrote.
      suppressHydrationWarning
    />
  )
}
