import { database } from '@/tests/support/access'

/** Who looks after the measured shop's cases: twenty of its people, this one among them. */
export const MEMBER = 'member-1'

/**
 * What cases of `fillCases` have gathered: an event, a message, a notice and a private note each. A third of them is looked after by
 * somebody, and one of thirty carries a flag.
 */
export async function fillHistory(): Promise<void> {
  await database.query(`INSERT INTO "User" ("id", "email", "name", "passwordHash")
    SELECT 'member-' || n, 'member-' || n || '@shop.example', '客服 ' || n, '-' FROM generate_series(1, 20) n`)
  await database.query(
    `INSERT INTO "Member" ("shopId", "userId", "role") SELECT s."id", u."id", 'AGENT' FROM "Shop" s, "User" u`,
  )
  await database.query(`UPDATE "AfterSale" SET
      "assigneeId" = CASE WHEN right("no", 5)::int % 3 = 0 THEN 'member-' || 1 + right("no", 5)::int % 20 END,
      "flag" = CASE WHEN right("no", 5)::int % 30 = 1 THEN (ARRAY['PRIORITY', 'FOLLOW_UP', 'RISK'])[1 + right("no", 5)::int / 30 % 3] END
    WHERE right("no", 5)::int % 3 = 0 OR right("no", 5)::int % 30 = 1`)
  await database.query(`INSERT INTO "AfterSaleEvent" ("shopId", "afterSaleNo", "seq", "type", "actorRole", "actorId", "clause", "effectiveAt", "recordedAt", "data")
    SELECT "shopId", "no", 1, 'Applied', 'BUYER', "buyerId", 'R1.1', "openedAt", "openedAt", '{}' FROM "AfterSale"`)
  await database.query(`INSERT INTO "Message" ("shopId", "afterSaleNo", "seq", "id", "side", "senderId", "text", "sentAt")
    SELECT "shopId", "no", 2, 'message-' || "no", 'BUYER', "buyerId", '在吗', "openedAt" FROM "AfterSale"`)
  await database.query(`INSERT INTO "Notice" ("shopId", "audience", "kind", "afterSaleNo", "seq", "at")
    SELECT "shopId", 'MERCHANT', 'CASE_OPENED', "no", 1, "openedAt" FROM "AfterSale"`)
  await database.query(`INSERT INTO "DeskEntry" ("shopId", "afterSaleNo", "kind", "actorId", "data")
    SELECT "shopId", "no", 'NOTED', '${MEMBER}', '{"text": "老客户"}' FROM "AfterSale"`)
  await database.query('VACUUM ANALYZE')
}
