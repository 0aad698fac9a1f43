import { run, runUnchecked } from './database'

/** What cases of `fillCases` have gathered: an event, a message, a notice and a private note each. */
export async function fillHistory(): Promise<void> {
  await runUnchecked(`INSERT INTO "AfterSaleEvent" ("shopId", "afterSaleNo", "seq", "type", "actorRole", "actorId", "clause", "effectiveAt", "recordedAt", "data")
    SELECT "shopId", "no", 1, 'Applied', 'BUYER', "buyerId", 'R1.1', "openedAt", "openedAt", '{}' FROM "AfterSale"`)
  await runUnchecked(`INSERT INTO "Message" ("shopId", "afterSaleNo", "seq", "id", "side", "senderId", "text", "sentAt")
    SELECT "shopId", "no", 2, 'message-' || "no", 'BUYER', "buyerId", '在吗', "openedAt" FROM "AfterSale"`)
  await runUnchecked(`INSERT INTO "Notice" ("shopId", "audience", "kind", "afterSaleNo", "seq", "at")
    SELECT "shopId", 'MERCHANT', 'CASE_OPENED', "no", 1, "openedAt" FROM "AfterSale"`)
  await runUnchecked(`INSERT INTO "DeskEntry" ("shopId", "afterSaleNo", "kind", "actorId", "data", "at")
    SELECT "shopId", "no", 'NOTED', 'member-1', '{"text": "老客户"}', "openedAt" FROM "AfterSale"`)
  await run('VACUUM ANALYZE')
}
