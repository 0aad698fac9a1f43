import type { ReactNode } from 'react'

/** What stands out in a sentence. */
export function strong(chunks: ReactNode) {
  return <b className="font-semibold">{chunks}</b>
}
