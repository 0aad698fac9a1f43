import { COUNT_LIMIT } from '@/lib/after-sales/views'

/** `14`; beyond what is counted `999+`. */
export function countText(count: number): string {
  return count >= COUNT_LIMIT ? `${COUNT_LIMIT - 1}+` : String(count)
}
