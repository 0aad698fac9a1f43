import type { Act } from '@/components/layout/acts'
import type { Found } from './recent'

/** What the palette shows, group by group. `id`: among all of them; `run` null: it cannot be done. */
export type Option = { id: string; run: (() => void) | null } & (
  | { kind: 'case'; found: Found; where?: string }
  | { kind: 'act'; act: Act }
  | { kind: 'place'; label: string; hint?: string }
)

export type Group = {
  name: 'recent' | 'cases' | 'disputes' | 'acts' | 'places' | 'search'
  options: Option[]
  /** What is said in the place of options, or before them. */
  note?: string | null
  /** The server could not be asked. */
  failed?: boolean
}
