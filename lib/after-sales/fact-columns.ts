/** What a case needs besides its row to be judged or shown, as correlated subqueries of `c`. */
export const JUDGED_BY = judgedBy('')
/** R2.2 The same for who holds the case: an address that it may choose is not taken away before it is done. */
export const JUDGED_UNDER_LOCK = judgedBy('FOR KEY SHARE')

function judgedBy(lock: '' | 'FOR KEY SHARE'): string {
  return `
  (SELECT jsonb_agg(jsonb_build_object('lineNo', l."lineNo", 'quantity', l."quantity", 'amountFen', l."amountFen")
     ORDER BY l."lineNo") FROM "AfterSaleLine" l WHERE l."shopId" = c."shopId" AND l."afterSaleNo" = c."no") AS "lines",
  -- only where goods may yet be sent back
  CASE WHEN c."type" = 'RETURN_REFUND' AND c."status" IN ('PENDING_REVIEW', 'IN_DISPUTE') THEN
    (SELECT jsonb_agg(to_jsonb(r) - 'shopId' - 'createdAt' ORDER BY r."isDefault" DESC, r."createdAt", r."id")
       FROM (SELECT * FROM "ReturnAddress" a WHERE a."shopId" = c."shopId" ${lock}) r) END AS "returnAddresses",
  -- R4.1 a rejection can be disputed while nobody has applied for one of its lines anew
  CASE WHEN c."status" = 'REJECTED' THEN
    (SELECT n."no" FROM "AfterSaleLine" l
       JOIN "AfterSaleLine" m ON m."shopId" = l."shopId" AND m."orderNo" = l."orderNo" AND m."lineNo" = l."lineNo"
       JOIN "AfterSale" n ON n."shopId" = m."shopId" AND n."no" = m."afterSaleNo"
     WHERE l."shopId" = c."shopId" AND l."afterSaleNo" = c."no" AND n."no" <> c."no" AND n."openedAt" >= c."rejectedAt"
     LIMIT 1) END AS "laterCaseNo",
  -- R4.5 what a ruling on a service can give back: what is left of its lines, which nobody else can refund meanwhile
  CASE WHEN c."status" = 'IN_DISPUTE' AND c."serviceStep" IS NOT NULL THEN
    (SELECT jsonb_agg(jsonb_build_object('lineNo', o."lineNo", 'leftFen', o."paidFen" - o."refundedFen") ORDER BY o."lineNo")
     FROM "AfterSaleLine" l JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
     WHERE l."shopId" = c."shopId" AND l."afterSaleNo" = c."no") END AS "leftOfLines",
  c."buyerName"`
}
