import type { Instant } from '@/lib/after-sales/domain/policy'

/** UTC with milliseconds. */
export function iso(at: Instant): string
export function iso(at: Instant | null | undefined): string | null
export function iso(at: Instant | null | undefined): string | null {
  return at === null || at === undefined ? null : new Date(at).toISOString()
}
