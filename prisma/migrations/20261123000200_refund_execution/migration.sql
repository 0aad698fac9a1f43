-- R7 Refund execution: who is at a refund, how often the gateway was asked, and a ledger that can tell payments apart.

ALTER TABLE "Refund"
  -- the gateway that was asked first: a later one knows nothing of that request and would pay again
  ADD COLUMN "gateway" TEXT CHECK ("gateway" IN ('LEDGER', 'HTTP')),
  -- "attempts" counts all there ever were; these since the refund was ordered or last sent on its way by a person
  ADD COLUMN "roundAttempts" INTEGER NOT NULL DEFAULT 0 CHECK ("roundAttempts" BETWEEN 0 AND "attempts"),
  -- R7.2 accepted is not succeeded: since when the gateway has been at it, and how often it was asked for the result
  ADD COLUMN "acceptedAt" TIMESTAMPTZ(3),
  ADD COLUMN "looks" INTEGER NOT NULL DEFAULT 0 CHECK ("looks" >= 0),
  -- who is asking the gateway now, and until when nobody else may
  ADD COLUMN "leaseId" UUID,
  ADD COLUMN "leaseUntil" TIMESTAMPTZ(3),
  ADD CONSTRAINT "Refund_lease" CHECK (("leaseId" IS NULL) = ("leaseUntil" IS NULL)),
  ADD CONSTRAINT "Refund_lease_ends" CHECK ("status" NOT IN ('SUCCEEDED', 'STUCK') OR "leaseId" IS NULL),
  ADD CONSTRAINT "Refund_attempted" CHECK (("attempts" = 0) = ("gateway" IS NULL)),
  ADD CONSTRAINT "Refund_outcome_attempted" CHECK ("status" = 'PENDING' OR "attempts" > 0);

-- R7.1 What was ordered stands, and what was paid is over.
CREATE FUNCTION keep_refund() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'SUCCEEDED' THEN
    RAISE EXCEPTION 'refund % has been paid', OLD."no" USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."no", OLD."shopId", OLD."afterSaleNo", OLD."orderNo", OLD."buyerId", OLD."amountFen", OLD."currency", OLD."origin")
    IS DISTINCT FROM
     (NEW."no", NEW."shopId", NEW."afterSaleNo", NEW."orderNo", NEW."buyerId", NEW."amountFen", NEW."currency", NEW."origin")
  THEN
    RAISE EXCEPTION 'refund % was ordered as it is', OLD."no" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Refund_kept" BEFORE UPDATE ON "Refund" FOR EACH ROW EXECUTE FUNCTION keep_refund();

-- a shop's list of all its refunds
CREATE INDEX "Refund_shop_newest" ON "Refund" ("shopId", "orderedAt", "no");

ALTER TABLE "LedgerEntry"
  ADD COLUMN "kind" TEXT NOT NULL CHECK ("kind" IN ('PAYMENT', 'REFUND')),
  -- the order that was paid for, or the refund's number
  ADD COLUMN "reference" TEXT NOT NULL;
CREATE INDEX "LedgerEntry_reference" ON "LedgerEntry" ("shopId", "kind", "reference");
-- R7.1 the ledger pays a refund number once
CREATE UNIQUE INDEX "LedgerEntry_one_refund" ON "LedgerEntry" ("shopId", "reference", "account") WHERE "kind" = 'REFUND';
CREATE TRIGGER "LedgerEntry_no_truncate" BEFORE TRUNCATE ON "LedgerEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A transaction is about one currency, and fen of one do not balance fen of another.
CREATE OR REPLACE FUNCTION require_balanced_entry() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum("amountFen") <> 0 OR min("currency") <> max("currency") FROM "LedgerEntry"
      WHERE "shopId" = NEW."shopId" AND "transactionId" = NEW."transactionId") THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', NEW."transactionId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
