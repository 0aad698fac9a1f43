import { database } from '@/lib/db/pool'
import type { Locale } from '@/lib/i18n/locale'

/** The language that somebody is written to in, where no browser says which. */
export async function rememberLocale(userId: string, locale: Locale): Promise<void> {
  await database.query(`UPDATE "User" SET "locale" = $2 WHERE "id" = $1 AND "locale" IS DISTINCT FROM $2`, [
    userId,
    locale,
  ])
}
