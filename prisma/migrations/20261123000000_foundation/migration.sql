-- The foundation: shops, orders, after-sales, refunds. shopId leads every key, so that a row can never point into
-- another shop and the tables can be distributed by shop unchanged.

-- R0.1 One clock: the database's. The offset moves it in the sandbox only; in production the row stays 0.
CREATE TABLE "SandboxClock" (
  "id" INTEGER PRIMARY KEY DEFAULT 1 CHECK ("id" = 1),
  "offsetMs" BIGINT NOT NULL DEFAULT 0
);
INSERT INTO "SandboxClock" DEFAULT VALUES;

CREATE FUNCTION app_now() RETURNS TIMESTAMPTZ(3) LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT date_trunc('milliseconds', clock_timestamp()) + "offsetMs" * INTERVAL '1 millisecond' FROM "SandboxClock"
$$;

CREATE TABLE "User" (
  "id" TEXT PRIMARY KEY,
  "email" TEXT NOT NULL UNIQUE CHECK ("email" = lower("email")),
  "name" TEXT NOT NULL,
  "passwordHash" TEXT NOT NULL,
  "support" BOOLEAN NOT NULL DEFAULT FALSE,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now()
);

CREATE TABLE "Shop" (
  "id" TEXT PRIMARY KEY,
  "name" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now()
);

CREATE TABLE "Member" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id"),
  "userId" TEXT NOT NULL REFERENCES "User" ("id"),
  "role" TEXT NOT NULL CHECK ("role" IN ('AGENT', 'MANAGER')),
  "active" BOOLEAN NOT NULL DEFAULT TRUE,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY ("shopId", "userId")
);
CREATE INDEX "Member_user" ON "Member" ("userId");

CREATE TABLE "ApiKey" (
  "id" TEXT PRIMARY KEY,
  "name" TEXT NOT NULL,
  "prefix" TEXT NOT NULL,
  "hash" TEXT NOT NULL UNIQUE,
  -- a platform key belongs to no shop and has no shop role
  "shopId" TEXT REFERENCES "Shop" ("id"),
  "role" TEXT CHECK ("role" IN ('AGENT', 'MANAGER')),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "lastUsedAt" TIMESTAMPTZ(3),
  "revokedAt" TIMESTAMPTZ(3),
  CHECK (("shopId" IS NULL) = ("role" IS NULL))
);

CREATE TABLE "IdempotencyKey" (
  "scope" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "bodyHash" TEXT NOT NULL,
  "status" INTEGER NOT NULL,
  "body" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY ("scope", "key")
);
CREATE INDEX "IdempotencyKey_age" ON "IdempotencyKey" ("createdAt");

CREATE TABLE "ReturnAddress" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id"),
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  "region" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "isDefault" BOOLEAN NOT NULL DEFAULT FALSE,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "ReturnAddress_default" ON "ReturnAddress" ("shopId") WHERE "isDefault";

CREATE TABLE "Order" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id"),
  "no" TEXT NOT NULL UNIQUE,
  "buyerId" TEXT NOT NULL,
  "buyerName" TEXT NOT NULL,
  "buyerPhone" TEXT,
  "currency" TEXT NOT NULL,
  "totalFen" INTEGER NOT NULL CHECK ("totalFen" >= 0),
  "paidAt" TIMESTAMPTZ(3) NOT NULL,
  "shippedAt" TIMESTAMPTZ(3),
  "carrier" TEXT,
  "trackingNo" TEXT,
  "deliveredAt" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY ("shopId", "no")
);
CREATE INDEX "Order_buyer" ON "Order" ("shopId", "buyerId", "paidAt");

CREATE TABLE "OrderLine" (
  "shopId" TEXT NOT NULL,
  "orderNo" TEXT NOT NULL,
  "lineNo" INTEGER NOT NULL CHECK ("lineNo" >= 1),
  "sku" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "imageUrl" TEXT,
  "quantity" INTEGER NOT NULL CHECK ("quantity" >= 1),
  "paidFen" INTEGER NOT NULL CHECK ("paidFen" >= 0),
  -- everything ever ordered back, whether the gateway has paid it yet or not
  "refundedFen" INTEGER NOT NULL DEFAULT 0,
  "exchangeUntil" TIMESTAMPTZ(3),
  "repairUntil" TIMESTAMPTZ(3),
  PRIMARY KEY ("shopId", "orderNo", "lineNo"),
  FOREIGN KEY ("shopId", "orderNo") REFERENCES "Order" ("shopId", "no"),
  -- R0.5
  CONSTRAINT "OrderLine_refund_within_paid" CHECK ("refundedFen" BETWEEN 0 AND "paidFen")
);

CREATE SEQUENCE "AfterSale_number";

CREATE TABLE "AfterSale" (
  "shopId" TEXT NOT NULL,
  "no" TEXT NOT NULL UNIQUE,
  "orderNo" TEXT NOT NULL,
  "buyerId" TEXT NOT NULL,
  "buyerName" TEXT NOT NULL,
  "type" TEXT NOT NULL CHECK ("type" IN ('REFUND_ONLY', 'RETURN_REFUND')),
  "status" TEXT NOT NULL CHECK ("status" IN
    ('PENDING_REVIEW', 'AWAITING_RETURN', 'AWAITING_RECEIPT', 'REFUNDING', 'REFUNDED', 'REJECTED', 'CLOSED')),
  "waitingOn" TEXT CHECK ("waitingOn" IN ('MERCHANT', 'BUYER', 'PLATFORM', 'GATEWAY')),
  "version" INTEGER NOT NULL CHECK ("version" >= 1),
  "seq" INTEGER NOT NULL CHECK ("seq" >= "version"),
  "attempt" INTEGER NOT NULL CHECK ("attempt" >= 1),
  "previousNo" TEXT,
  "policyVersion" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "description" TEXT,
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" > 0),
  "currency" TEXT NOT NULL,
  "dueKind" TEXT CHECK ("dueKind" IN ('REVIEW', 'RETURN', 'RECEIPT')),
  "dueAt" TIMESTAMPTZ(3),
  "expiredKind" TEXT CHECK ("expiredKind" IN ('REVIEW', 'RETURN', 'RECEIPT')),
  "awareAt" TIMESTAMPTZ(3),
  "lastContactId" TEXT,
  "lastContactAt" TIMESTAMPTZ(3),
  "unreachedAt" TIMESTAMPTZ(3),
  "unreadByBuyerSince" TIMESTAMPTZ(3),
  "unreadByMerchantSince" TIMESTAMPTZ(3),
  "rejectionCode" TEXT,
  "rejectionText" TEXT,
  "rejectedAt" TIMESTAMPTZ(3),
  "returnAddress" JSONB,
  "returnCarrier" TEXT,
  "returnTrackingNo" TEXT,
  "returnSubmittedAt" TIMESTAMPTZ(3),
  "closeReason" TEXT CHECK ("closeReason" IN ('BUYER_WITHDRAWN', 'RETURN_TIMEOUT')),
  "refundOrigin" TEXT CHECK ("refundOrigin" IN ('MERCHANT', 'REVIEW_TIMEOUT', 'RECEIPT_TIMEOUT')),
  "refundStuck" BOOLEAN NOT NULL DEFAULT FALSE,
  "openedAt" TIMESTAMPTZ(3) NOT NULL,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  "closedAt" TIMESTAMPTZ(3),
  -- R0.8
  "occupying" BOOLEAN NOT NULL GENERATED ALWAYS AS ("status" NOT IN ('REFUNDED', 'REJECTED', 'CLOSED')) STORED,
  -- one total order for the queue: running clocks first, soonest first, none last
  "dueSort" TIMESTAMPTZ(3) NOT NULL GENERATED ALWAYS AS (COALESCE("dueAt", 'infinity')) STORED,
  PRIMARY KEY ("shopId", "no"),
  UNIQUE ("shopId", "no", "orderNo", "occupying"),
  FOREIGN KEY ("shopId", "orderNo") REFERENCES "Order" ("shopId", "no"),
  FOREIGN KEY ("shopId", "previousNo") REFERENCES "AfterSale" ("shopId", "no"),
  CONSTRAINT "AfterSale_status_deadline" CHECK (
    CASE "status"
      WHEN 'PENDING_REVIEW' THEN "dueKind" IS NOT DISTINCT FROM 'REVIEW' AND "dueAt" IS NOT NULL
      WHEN 'AWAITING_RETURN' THEN "dueKind" IS NOT DISTINCT FROM 'RETURN' AND "dueAt" IS NOT NULL
      WHEN 'AWAITING_RECEIPT' THEN "dueKind" IS NOT DISTINCT FROM 'RECEIPT' AND "dueAt" IS NOT NULL
      ELSE "dueKind" IS NULL AND "dueAt" IS NULL
    END),
  CONSTRAINT "AfterSale_status_waiting" CHECK (
    CASE "status"
      WHEN 'PENDING_REVIEW' THEN "waitingOn" IS NOT DISTINCT FROM 'MERCHANT'
      WHEN 'AWAITING_RECEIPT' THEN "waitingOn" IS NOT DISTINCT FROM 'MERCHANT'
      WHEN 'AWAITING_RETURN' THEN "waitingOn" IS NOT DISTINCT FROM 'BUYER'
      WHEN 'REFUNDING' THEN "waitingOn" IS NOT DISTINCT FROM (CASE WHEN "refundStuck" THEN 'PLATFORM' ELSE 'GATEWAY' END)
      ELSE "waitingOn" IS NULL
    END),
  CONSTRAINT "AfterSale_status_final" CHECK (("status" IN ('REFUNDED', 'REJECTED', 'CLOSED')) = ("closedAt" IS NOT NULL)),
  CONSTRAINT "AfterSale_status_reason" CHECK (("status" = 'CLOSED') = ("closeReason" IS NOT NULL)),
  CONSTRAINT "AfterSale_status_refund" CHECK (("status" IN ('REFUNDING', 'REFUNDED')) = ("refundOrigin" IS NOT NULL)),
  -- R1.3 a rejection needs a buyer who is aware
  CONSTRAINT "AfterSale_rejected_aware" CHECK ("status" <> 'REJECTED'
    OR ("awareAt" IS NOT NULL AND "awareAt" >= "openedAt" AND "rejectionText" IS NOT NULL))
);
-- the sweep
CREATE INDEX "AfterSale_due" ON "AfterSale" ("dueAt") WHERE "dueAt" IS NOT NULL;
-- the queue, by who is waited for and as a whole
CREATE INDEX "AfterSale_queue" ON "AfterSale" ("shopId", "waitingOn", "dueSort", "no");
CREATE INDEX "AfterSale_queue_all" ON "AfterSale" ("shopId", "dueSort", "no");
CREATE INDEX "AfterSale_newest" ON "AfterSale" ("shopId", "openedAt", "no");
CREATE INDEX "AfterSale_closed" ON "AfterSale" ("shopId", "closedAt", "no") WHERE "closedAt" IS NOT NULL;
-- the platform's lists across shops
CREATE INDEX "AfterSale_platform_due" ON "AfterSale" ("dueSort", "no");
CREATE INDEX "AfterSale_platform_newest" ON "AfterSale" ("openedAt", "no");
-- search by beginning, whatever the database's collation
CREATE INDEX "AfterSale_search_no" ON "AfterSale" ("shopId", "no" text_pattern_ops);
CREATE INDEX "AfterSale_search_order" ON "AfterSale" ("shopId", "orderNo" text_pattern_ops);
CREATE INDEX "AfterSale_search_buyer" ON "AfterSale" ("shopId", "buyerName" text_pattern_ops);
CREATE INDEX "AfterSale_search_tracking" ON "AfterSale" ("shopId", "returnTrackingNo" text_pattern_ops) WHERE "returnTrackingNo" IS NOT NULL;
CREATE INDEX "AfterSale_buyer" ON "AfterSale" ("shopId", "buyerId", "openedAt");
CREATE INDEX "AfterSale_previous" ON "AfterSale" ("shopId", "previousNo") WHERE "previousNo" IS NOT NULL;

CREATE TABLE "AfterSaleLine" (
  "shopId" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "orderNo" TEXT NOT NULL,
  "lineNo" INTEGER NOT NULL,
  "quantity" INTEGER NOT NULL CHECK ("quantity" >= 1),
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" > 0),
  -- follows the case by the cascade below; nobody writes it
  "occupying" BOOLEAN NOT NULL DEFAULT TRUE,
  PRIMARY KEY ("shopId", "afterSaleNo", "lineNo"),
  FOREIGN KEY ("shopId", "orderNo", "lineNo") REFERENCES "OrderLine" ("shopId", "orderNo", "lineNo"),
  FOREIGN KEY ("shopId", "afterSaleNo", "orderNo", "occupying")
    REFERENCES "AfterSale" ("shopId", "no", "orderNo", "occupying") ON UPDATE CASCADE
);
-- R1.4, R0.8 a line is occupied by one case at a time
CREATE UNIQUE INDEX "AfterSaleLine_one_open_case" ON "AfterSaleLine" ("shopId", "orderNo", "lineNo") WHERE "occupying";
CREATE INDEX "AfterSaleLine_line" ON "AfterSaleLine" ("shopId", "orderNo", "lineNo");

CREATE TABLE "AfterSaleEvent" (
  "shopId" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "seq" INTEGER NOT NULL CHECK ("seq" >= 1),
  "type" TEXT NOT NULL,
  "actorRole" TEXT NOT NULL CHECK ("actorRole" IN ('BUYER', 'AGENT', 'MANAGER', 'SUPPORT', 'SYSTEM')),
  "actorId" TEXT,
  "clause" TEXT NOT NULL,
  -- R0.4 both instants
  "effectiveAt" TIMESTAMPTZ(3) NOT NULL,
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  "data" JSONB NOT NULL,
  PRIMARY KEY ("shopId", "afterSaleNo", "seq"),
  FOREIGN KEY ("shopId", "afterSaleNo") REFERENCES "AfterSale" ("shopId", "no"),
  CHECK ("effectiveAt" <= "recordedAt")
);
CREATE FUNCTION refuse_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "AfterSaleEvent_append_only" BEFORE UPDATE OR DELETE ON "AfterSaleEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AfterSaleEvent_no_truncate" BEFORE TRUNCATE ON "AfterSaleEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "Message" (
  "shopId" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "id" TEXT NOT NULL UNIQUE,
  "side" TEXT NOT NULL CHECK ("side" IN ('BUYER', 'MERCHANT')),
  "senderId" TEXT,
  "text" TEXT NOT NULL,
  "sentAt" TIMESTAMPTZ(3) NOT NULL,
  "readAt" TIMESTAMPTZ(3),
  PRIMARY KEY ("shopId", "afterSaleNo", "seq"),
  FOREIGN KEY ("shopId", "afterSaleNo") REFERENCES "AfterSale" ("shopId", "no")
);

CREATE TABLE "Contact" (
  "shopId" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "id" TEXT NOT NULL UNIQUE,
  "channel" TEXT NOT NULL CHECK ("channel" IN ('PHONE', 'CHAT', 'OTHER')),
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('REACHED', 'NO_ANSWER')),
  "note" TEXT NOT NULL,
  "loggedBy" TEXT,
  "loggedAt" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("shopId", "afterSaleNo", "seq"),
  FOREIGN KEY ("shopId", "afterSaleNo") REFERENCES "AfterSale" ("shopId", "no"),
  -- R1.3 a contact that reached the buyer says what was said
  CHECK ("outcome" = 'NO_ANSWER' OR length("note") > 0)
);

CREATE TABLE "Refund" (
  "no" TEXT PRIMARY KEY,
  "shopId" TEXT NOT NULL,
  -- R7.1 a case orders its refund exactly once
  "afterSaleNo" TEXT NOT NULL UNIQUE,
  "orderNo" TEXT NOT NULL,
  "buyerId" TEXT NOT NULL,
  "amountFen" INTEGER NOT NULL CHECK ("amountFen" > 0),
  "currency" TEXT NOT NULL,
  "origin" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'PENDING' CHECK ("status" IN ('PENDING', 'SUCCEEDED', 'FAILED', 'STUCK')),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "lastError" TEXT,
  "orderedAt" TIMESTAMPTZ(3) NOT NULL,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL,
  FOREIGN KEY ("shopId", "afterSaleNo") REFERENCES "AfterSale" ("shopId", "no"),
  FOREIGN KEY ("shopId", "orderNo") REFERENCES "Order" ("shopId", "no")
);
CREATE INDEX "Refund_newest" ON "Refund" ("orderedAt", "no");
CREATE INDEX "Refund_status" ON "Refund" ("status", "orderedAt", "no");
CREATE INDEX "Refund_shop" ON "Refund" ("shopId", "status", "orderedAt", "no");

-- The built-in ledger, double entry per shop: every transaction's entries sum to zero.
CREATE TABLE "LedgerAccount" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id"),
  "account" TEXT NOT NULL CHECK ("account" IN ('SHOP_BALANCE', 'BUYERS')),
  "currency" TEXT NOT NULL,
  "balanceFen" BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY ("shopId", "account", "currency"),
  -- what buyers paid in can be paid back, and no more
  CHECK ("account" <> 'SHOP_BALANCE' OR "balanceFen" >= 0)
);
CREATE TABLE "LedgerEntry" (
  "shopId" TEXT NOT NULL,
  "transactionId" TEXT NOT NULL,
  "account" TEXT NOT NULL,
  "currency" TEXT NOT NULL,
  "amountFen" BIGINT NOT NULL CHECK ("amountFen" <> 0),
  "recordedAt" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("shopId", "transactionId", "account"),
  FOREIGN KEY ("shopId", "account", "currency") REFERENCES "LedgerAccount" ("shopId", "account", "currency")
);
CREATE TRIGGER "LedgerEntry_append_only" BEFORE UPDATE OR DELETE ON "LedgerEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION require_balanced_entry() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum("amountFen") FROM "LedgerEntry"
      WHERE "shopId" = NEW."shopId" AND "transactionId" = NEW."transactionId") <> 0 THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', NEW."transactionId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "LedgerEntry_balanced" AFTER INSERT ON "LedgerEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_entry();

CREATE INDEX "Order_tracking" ON "Order" ("shopId", "trackingNo" text_pattern_ops) WHERE "trackingNo" IS NOT NULL;
