-- R4 Disputes: the frozen case, both sides' evidence, the ruling. Nothing here rewrites a row: every new column is empty
-- in the rows that there are, and a process that knows nothing of them can go on meanwhile.

ALTER TABLE "AfterSale"
  DROP CONSTRAINT "AfterSale_status_check",
  ADD CONSTRAINT "AfterSale_status_check" CHECK ("status" IN ('PENDING_REVIEW', 'AWAITING_RETURN', 'AWAITING_RECEIPT',
    'IN_DISPUTE', 'REFUNDING', 'REFUNDED', 'REJECTED', 'CLOSED')),
  DROP CONSTRAINT "AfterSale_closeReason_check",
  ADD CONSTRAINT "AfterSale_closeReason_check" CHECK ("closeReason" IN ('BUYER_WITHDRAWN', 'RETURN_TIMEOUT', 'DISPUTE_DISMISSED')),
  DROP CONSTRAINT "AfterSale_refundOrigin_check",
  ADD CONSTRAINT "AfterSale_refundOrigin_check" CHECK ("refundOrigin" IN ('MERCHANT', 'REVIEW_TIMEOUT', 'RECEIPT_TIMEOUT', 'DISPUTE_RULING')),
  DROP CONSTRAINT "AfterSale_status_waiting",
  ADD CONSTRAINT "AfterSale_status_waiting" CHECK (
    CASE "status"
      WHEN 'PENDING_REVIEW' THEN "waitingOn" IS NOT DISTINCT FROM 'MERCHANT'
      WHEN 'AWAITING_RECEIPT' THEN "waitingOn" IS NOT DISTINCT FROM 'MERCHANT'
      WHEN 'AWAITING_RETURN' THEN "waitingOn" IS NOT DISTINCT FROM 'BUYER'
      WHEN 'IN_DISPUTE' THEN "waitingOn" IS NOT DISTINCT FROM 'PLATFORM'
      WHEN 'REFUNDING' THEN "waitingOn" IS NOT DISTINCT FROM (CASE WHEN "refundStuck" THEN 'PLATFORM' ELSE 'GATEWAY' END)
      ELSE "waitingOn" IS NULL
    END),
  -- R4.5 what was ordered back, where it is only part of the amount
  ADD COLUMN "refundFen" INTEGER,
  ADD CONSTRAINT "AfterSale_refund_part" CHECK ("refundFen" IS NULL
    OR ("refundOrigin" IS NOT DISTINCT FROM 'DISPUTE_RULING' AND "refundFen" > 0 AND "refundFen" < "amountFen")),
  -- R4.1 the one dispute there can be: who opened it, the frozen clock, both sides' time, the ruling
  ADD COLUMN "dispute" JSONB,
  -- R4.3 when the next side's time is over, and when that is next told to come soon
  ADD COLUMN "evidenceDueAt" TIMESTAMPTZ(3),
  ADD COLUMN "evidenceSoonAt" TIMESTAMPTZ(3),
  -- its list, and what orders it there: the end of the evidence, since when it waits for a ruling, or when it ended
  ADD COLUMN "disputeLane" TEXT CHECK ("disputeLane" IN ('TO_RULE', 'EVIDENCE', 'MORE_EVIDENCE', 'OVER')),
  ADD COLUMN "disputeAt" TIMESTAMPTZ(3),
  ADD CONSTRAINT "AfterSale_dispute_lane" CHECK (
    CASE "dispute" ->> 'stage'
      WHEN 'EVIDENCE' THEN "disputeLane" IS NOT DISTINCT FROM
        (CASE WHEN "dispute" ->> 'askedAt' IS NULL THEN 'EVIDENCE' ELSE 'MORE_EVIDENCE' END)
      WHEN 'UNDER_REVIEW' THEN "disputeLane" IS NOT DISTINCT FROM 'TO_RULE'
      ELSE "disputeLane" IS NOT DISTINCT FROM (CASE WHEN "dispute" IS NOT NULL THEN 'OVER' END)
    END AND ("disputeLane" IS NULL) = ("disputeAt" IS NULL)),
  -- R4.2 in dispute exactly while one is heard
  ADD CONSTRAINT "AfterSale_status_dispute" CHECK (
    ("status" = 'IN_DISPUTE') = ("disputeLane" IS NOT NULL AND "disputeLane" <> 'OVER')),
  ADD CONSTRAINT "AfterSale_evidence_due" CHECK (
    ("disputeLane" IS NOT NULL AND "disputeLane" IN ('EVIDENCE', 'MORE_EVIDENCE')) = ("evidenceDueAt" IS NOT NULL)),
  ADD CONSTRAINT "AfterSale_evidence_soon" CHECK ("evidenceSoonAt" IS NULL OR "evidenceDueAt" IS NOT NULL);
-- the sweep
CREATE INDEX "AfterSale_evidenceDueAt" ON "AfterSale" ("evidenceDueAt") WHERE "evidenceDueAt" IS NOT NULL;
CREATE INDEX "AfterSale_evidenceSoonAt" ON "AfterSale" ("evidenceSoonAt") WHERE "evidenceSoonAt" IS NOT NULL;
-- the disputes of a shop and of all, lane by lane
CREATE INDEX "AfterSale_dispute" ON "AfterSale" ("shopId", "disputeLane", "disputeAt", "no") WHERE "disputeLane" IS NOT NULL;
CREATE INDEX "AfterSale_platform_dispute" ON "AfterSale" ("disputeLane", "disputeAt", "no") WHERE "disputeLane" IS NOT NULL;

-- R4.3 What the sides gave, in the order of their events.
CREATE TABLE "Evidence" (
  "shopId" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "id" TEXT NOT NULL UNIQUE,
  "side" TEXT NOT NULL CHECK ("side" IN ('BUYER', 'MERCHANT')),
  "text" TEXT,
  "submittedBy" TEXT,
  "submittedAt" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("shopId", "afterSaleNo", "seq"),
  FOREIGN KEY ("shopId", "afterSaleNo", "seq") REFERENCES "AfterSaleEvent" ("shopId", "afterSaleNo", "seq")
);
CREATE TRIGGER "Evidence_append_only" BEFORE UPDATE OR DELETE ON "Evidence"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Evidence_no_truncate" BEFORE TRUNCATE ON "Evidence"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who of support has taken a dispute, so that two do not rule on one. It goes with the dispute.
CREATE TABLE "DisputeClaim" (
  "shopId" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "User" ("id"),
  "claimedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY ("shopId", "afterSaleNo"),
  FOREIGN KEY ("shopId", "afterSaleNo") REFERENCES "AfterSale" ("shopId", "no")
);
