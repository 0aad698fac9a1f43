import { database } from '@/lib/db/pool'
import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import type { Locale } from '@/lib/i18n/locale'

/** A mail server has taken the letter with this invitation's link. */
export async function markMailed(invitationId: string): Promise<void> {
  await within(EVERYWHERE).query(`UPDATE "Invitation" SET "mailedAt" = app_now() WHERE "id" = $1`, [invitationId])
}

/** The language that whoever has this address chose; null: nobody has it, or chose none. */
export async function findLanguage(email: string): Promise<Locale | null> {
  const { rows } = await database.query<{ locale: Locale | null }>(`SELECT "locale" FROM "User" WHERE "email" = $1`, [
    email,
  ])
  return rows[0]?.locale ?? null
}
