import type { ShopId } from '@/lib/auth/scope'
import { EVERYWHERE, ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { refuseRevocation, refuseRotation, type ShopKeyRole, stateOf } from './domain/api-key'
import type { ApiKeyView, ShopKeys } from './views'

/** So many of the keys that no longer open anything are shown. */
export const ENDED_SHOWN = 50

type Row = {
  id: string
  prefix: string
  name: string
  shopId: string | null
  role: ShopKeyRole | null
  createdAt: Date
  createdBy: string | null
  lastUsedAt: Date | null
  expiresAt: Date | null
  revokedAt: Date | null
  replacedBy: string | null
  now: Date
}

const SELECT = `
  SELECT k."id", k."prefix", k."name", k."shopId", k."role", k."createdAt", u."name" AS "createdBy", k."lastUsedAt",
    k."expiresAt", k."revokedAt", r."prefix" AS "replacedBy", app_now() AS "now"
  FROM "ApiKey" k
  LEFT JOIN "User" u ON u."id" = k."createdBy"
  LEFT JOIN "ApiKey" r ON r."id" = k."replacedBy"`

const USABLE = `(k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR app_now() < k."expiresAt"))`

export async function listShopKeys(shopId: ShopId): Promise<ShopKeys> {
  const list = async (which: string) => {
    const { rows } = await within(ofShop(shopId)).query<Row>(
      `${SELECT} WHERE k."shopId" = $1 AND ${which} ORDER BY k."createdAt" DESC, k."id" LIMIT $2`,
      [shopId, which === USABLE ? null : ENDED_SHOWN],
    )
    return rows.map(toView)
  }
  const [usable, ended] = await Promise.all([list(USABLE), list(`NOT ${USABLE}`)])
  return { usable, ended }
}

/** For the command line: every key there is, or those of one shop, or the platform's; newest first. */
export async function listKeys(of: { shopId: string } | 'PLATFORM' | 'ALL'): Promise<ApiKeyView[]> {
  const { rows } = await within(EVERYWHERE).query<Row>(
    `${SELECT} WHERE CASE $1 WHEN 'ALL' THEN TRUE WHEN 'PLATFORM' THEN k."shopId" IS NULL ELSE k."shopId" = $2 END
     ORDER BY k."createdAt" DESC, k."id"`,
    typeof of === 'string' ? [of, null] : ['SHOP', of.shopId],
  )
  return rows.map(toView)
}

/** Those that begin so. A whole token, found where it should not lie, names its key too. */
export async function findKeysBeginning(text: string): Promise<ApiKeyView[]> {
  const { rows } = await within(EVERYWHERE).query<Row>(
    `${SELECT} WHERE starts_with(k."prefix", $1) OR starts_with($1, k."prefix") ORDER BY k."createdAt" DESC, k."id"`,
    [text],
  )
  return rows.map(toView)
}

function toView({ id, prefix, name, shopId, role, createdBy, replacedBy, ...row }: Row): ApiKeyView {
  const now = row.now.getTime()
  const life = { expiresAt: row.expiresAt?.getTime() ?? null, revokedAt: row.revokedAt?.getTime() ?? null }
  return {
    id,
    prefix,
    name,
    holder: shopId === null || role === null ? null : { shopId, role },
    createdAt: row.createdAt.getTime(),
    createdBy,
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
    state: stateOf(life, now),
    replacedBy,
    can: { rotate: refuseRotation(life, now) === null, revoke: refuseRevocation(life, now) === null },
  }
}
