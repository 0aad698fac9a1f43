import type { Viewer } from '@/lib/auth/views'

/** Whoever rules on disputes, or manages any shop: what they can do costs most in a stranger's hands. */
export function isTwoStepOffered({ support, memberships }: Pick<Viewer, 'support' | 'memberships'>): boolean {
  return support || memberships.some(({ role }) => role === 'MANAGER')
}
