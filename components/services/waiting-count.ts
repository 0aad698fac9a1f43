import type { ServiceCounts } from '@/lib/services/views'

/** What the buyer is to confirm does not wait for the merchant. */
export function waitingCount({ TODO, ACTIVE }: Pick<ServiceCounts, 'TODO' | 'ACTIVE'>): number {
  return TODO + ACTIVE
}
