-- R5.1 Since when the shop refunds at once what fits; null while it does not. Who switched it, and when, is in "SettingChange".
ALTER TABLE "Shop" ADD COLUMN "instantRefundSince" TIMESTAMPTZ(3);

ALTER TABLE "AfterSale"
  DROP CONSTRAINT "AfterSale_refundOrigin_check",
  ADD CONSTRAINT "AfterSale_refundOrigin_check" CHECK ("refundOrigin" IN
    ('MERCHANT', 'INSTANT_REFUND', 'REVIEW_TIMEOUT', 'RECEIPT_TIMEOUT', 'DISPUTE_RULING'));
