import { THEME_SCRIPT } from './theme'

/** In the head: a page never flashes in the wrong theme. */
export function ThemeScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
      dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }}
      nonce={nonce}
      // The browser hides the nonce from scripts, so React finds another than it wrote.
      suppressHydrationWarning
    />
  )
}
