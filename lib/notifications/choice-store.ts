import { within } from '@/lib/db/within'
import type { NoticeKind } from './domain/notices'
import { reachOf } from './owners'

export type Choice = { owner: string; kind: NoticeKind; email: boolean }

/** Only what somebody has chosen; of the rest the default holds. */
export async function readChoices(userId: string, owners: readonly string[]): Promise<Choice[]> {
  const { rows } = await within(reachOf(owners)).query<Choice>(
    `SELECT "owner", "kind", "email" FROM "NoticeChoice" WHERE "userId" = $1 AND "owner" = ANY ($2)`,
    [userId, owners],
  )
  return rows
}

export async function saveChoice(userId: string, { owner, kind, email }: Choice): Promise<void> {
  await within(reachOf([owner])).query(
    `INSERT INTO "NoticeChoice" ("userId", "owner", "kind", "email") VALUES ($1, $2, $3, $4)
     ON CONFLICT ("userId", "owner", "kind") DO UPDATE SET "email" = EXCLUDED."email"`,
    [userId, owner, kind, email],
  )
}
