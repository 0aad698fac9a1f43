-- R5 What instant refund did, or would have done, in a stretch of a shop's time: counted from the index alone.
CREATE INDEX "AfterSale_refund_only" ON "AfterSale" ("shopId", "openedAt") INCLUDE ("refundOrigin", "amountFen")
  WHERE "type" = 'REFUND_ONLY';
