import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import type { MediaType } from './views'

/** A file that can be read. */
export type StoredFile = {
  id: string
  mediaType: MediaType
  bytes: number
  /** Null: there is no thumbnail of it. */
  thumbnailBytes: number | null
  name: string
}

/** The file, if it belongs to the scope: to its shops' cases, or sent by their members; null otherwise. */
export async function findFile(scope: Scope, id: string): Promise<StoredFile | null> {
  if (!/^file_[0-9a-f]{32}$/.test(id)) return null
  const { rows } = await within(scope).query<StoredFile>(
    `SELECT "id", "mediaType", "bytes", "thumbnailBytes", "name" FROM "Attachment"
     WHERE "id" = $1 AND "state" = 'READY' AND ($2::text[] IS NULL OR "shopId" = ANY ($2))`,
    [id, shopIdsOf(scope)],
  )
  return rows[0] ?? null
}
