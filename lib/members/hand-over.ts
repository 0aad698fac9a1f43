import { getLocale } from 'next-intl/server'
import { linkPath } from '@/lib/invitations/link-token'
import { isMailConfigured } from '@/lib/notifications/mail-policy'
import type { NewLink } from './change-invitations'
import { mailLink } from './mail-link'
import type { InvitationMade, InvitationRefused } from './views'

/**
 * What the manager is shown of a new link. The letter goes out here and now instead of from a job: a job would have to
 * keep the token somewhere until it runs.
 */
export async function handOver(made: NewLink | InvitationRefused): Promise<InvitationMade | InvitationRefused> {
  if (!made.ok) return made
  const { token, email, role, expiresAt } = made
  const letter = isMailConfigured() ? await mailLink(made, await getLocale()) : 'OFF'
  return { ok: true, path: linkPath(token), email, role, expiresAt, letter }
}
