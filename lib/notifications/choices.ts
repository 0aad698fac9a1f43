import type { Viewer } from '@/lib/auth/views'
import { readChoices } from './choice-store'
import { MAILED_BY_DEFAULT, NOTICE_KINDS } from './domain/notices'
import { isMailConfigured } from './mail-policy'
import { ownersOf, PLATFORM_OWNER } from './owners'
import type { MailSettings, NoticeChoices } from './views'

/** What this person gets by e-mail, of each shop that he works for and of the platform. */
export async function listChoices(viewer: Viewer): Promise<NoticeChoices[]> {
  const { userId, owners } = ownersOf(viewer)
  const chosen = await readChoices(userId, owners)
  return owners.map((owner) => ({
    owner,
    shopName: viewer.memberships.find(({ shopId }) => shopId === owner)?.shopName ?? null,
    email: kindsOf(owner).map((kind) => ({
      kind,
      on:
        chosen.find((choice) => choice.owner === owner && choice.kind === kind)?.email ??
        MAILED_BY_DEFAULT.includes(kind),
    })),
  }))
}

/** The same with where the letters go, and whether any do. */
export async function loadMailSettings(viewer: Viewer): Promise<MailSettings> {
  return { choices: await listChoices(viewer), email: viewer.email, sends: isMailConfigured() }
}

export function kindsOf(owner: string) {
  return NOTICE_KINDS[owner === PLATFORM_OWNER ? 'SUPPORT' : 'MERCHANT']
}
