-- Webhooks out. Times here are real ones, whatever a sandbox's clock says: receivers live in the real time.

CREATE TABLE "WebhookEndpoint" (
  "id" TEXT PRIMARY KEY,
  -- without a shop it is the platform's and hears of all shops
  "shopId" TEXT REFERENCES "Shop" ("id"),
  "owner" TEXT NOT NULL GENERATED ALWAYS AS (COALESCE("shopId", '')) STORED,
  "url" TEXT NOT NULL CHECK (length("url") <= 2000),
  -- null: all, those to come included
  "types" TEXT[] CHECK (cardinality("types") > 0 AND array_position("types", NULL) IS NULL),
  -- sealed; the one before signs too for a while, so that a receiver can change over
  "secret" TEXT NOT NULL,
  "previousSecret" TEXT,
  "previousSecretUntil" TIMESTAMPTZ(3),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "createdByRole" TEXT NOT NULL CHECK ("createdByRole" IN ('MANAGER', 'SUPPORT')),
  "createdById" TEXT,
  "deletedAt" TIMESTAMPTZ(3),
  -- the circuit: attempts that failed since the last success, since when, and until when all but one delivery wait
  "failures" INTEGER NOT NULL DEFAULT 0 CHECK ("failures" >= 0),
  "failingSince" TIMESTAMPTZ(3),
  "openUntil" TIMESTAMPTZ(3),
  -- how often in a row it was opened: each pause is longer than the one before
  "pauses" INTEGER NOT NULL DEFAULT 0 CHECK ("pauses" >= 0),
  UNIQUE ("id", "owner"),
  CONSTRAINT "WebhookEndpoint_previous" CHECK (("previousSecret" IS NULL) = ("previousSecretUntil" IS NULL)),
  CONSTRAINT "WebhookEndpoint_failing" CHECK (("failures" = 0) = ("failingSince" IS NULL)),
  CONSTRAINT "WebhookEndpoint_open" CHECK (("openUntil" IS NULL) = ("pauses" = 0))
);
-- who wants to hear of a decision
CREATE INDEX "WebhookEndpoint_owner" ON "WebhookEndpoint" ("owner", "createdAt", "id") WHERE "deletedAt" IS NULL;

-- What there is to tell, as each side may see it; null where nobody of that side wanted to hear.
CREATE TABLE "WebhookEvent" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id"),
  "id" TEXT NOT NULL,
  -- what it is about, a case's number: what is about one thing arrives in order, of seq and within it of ordinal
  "subject" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "type" TEXT NOT NULL CHECK ("type" IN ('after_sale.created', 'after_sale.updated', 'after_sale.deadline_soon',
    'after_sale.deadline_expired', 'after_sale.refunded', 'after_sale.closed', 'dispute.opened', 'dispute.evidence_requested',
    'dispute.evidence_due', 'dispute.resolved', 'refund.succeeded', 'refund.stuck', 'shop.instant_refund_changed')),
  "platformBody" TEXT,
  "shopBody" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("shopId", "id"),
  UNIQUE ("shopId", "subject", "seq", "ordinal"),
  CHECK ("platformBody" IS NOT NULL OR "shopBody" IS NOT NULL)
);
CREATE TRIGGER "WebhookEvent_kept" BEFORE UPDATE ON "WebhookEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "WebhookDelivery" (
  "shopId" TEXT NOT NULL,
  "id" TEXT NOT NULL UNIQUE,
  "eventId" TEXT NOT NULL,
  "endpointId" TEXT NOT NULL,
  -- the endpoint's: a shop's endpoint can never be told of another shop's case
  "owner" TEXT NOT NULL CHECK ("owner" IN ('', "shopId")),
  "subject" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "type" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'PENDING' CHECK ("status" IN ('PENDING', 'DELIVERED', 'FAILED')),
  "attempts" INTEGER NOT NULL DEFAULT 0 CHECK ("attempts" >= 0),
  -- of this series; a re-sending begins another
  "seriesAttempts" INTEGER NOT NULL DEFAULT 0 CHECK ("seriesAttempts" BETWEEN 0 AND "attempts"),
  "lastStatusCode" INTEGER,
  "lastError" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "nextAttemptAt" TIMESTAMPTZ(3) DEFAULT clock_timestamp(),
  -- a failed attempt after this is the last one
  "giveUpAt" TIMESTAMPTZ(3) NOT NULL,
  -- first of its lane, and waits for its endpoint: for a free place, or for the circuit to close
  "waitingSince" TIMESTAMPTZ(3),
  -- who is sending it now, and until when nobody else may
  "leaseId" UUID,
  "leaseUntil" TIMESTAMPTZ(3),
  "finishedAt" TIMESTAMPTZ(3),
  PRIMARY KEY ("shopId", "id"),
  UNIQUE ("shopId", "eventId", "endpointId"),
  FOREIGN KEY ("shopId", "eventId") REFERENCES "WebhookEvent" ("shopId", "id"),
  FOREIGN KEY ("endpointId", "owner") REFERENCES "WebhookEndpoint" ("id", "owner"),
  CONSTRAINT "WebhookDelivery_lease" CHECK (("leaseId" IS NULL) = ("leaseUntil" IS NULL)),
  CONSTRAINT "WebhookDelivery_pending" CHECK (("status" = 'PENDING') = ("nextAttemptAt" IS NOT NULL)),
  CONSTRAINT "WebhookDelivery_finished" CHECK (("status" = 'PENDING') = ("finishedAt" IS NULL)),
  CONSTRAINT "WebhookDelivery_at_rest" CHECK ("status" = 'PENDING' OR ("leaseId" IS NULL AND "waitingSince" IS NULL))
);
-- the lane: what is next for an endpoint about one thing
CREATE INDEX "WebhookDelivery_lane" ON "WebhookDelivery" ("endpointId", "subject", "seq", "ordinal") WHERE "status" = 'PENDING';
-- what an endpoint is being sent at this moment, and which lanes wait for it
CREATE INDEX "WebhookDelivery_leased" ON "WebhookDelivery" ("endpointId", "leaseUntil") WHERE "leaseId" IS NOT NULL;
CREATE INDEX "WebhookDelivery_waiting" ON "WebhookDelivery" ("endpointId", "waitingSince") WHERE "waitingSince" IS NOT NULL;
-- lists
CREATE INDEX "WebhookDelivery_newest" ON "WebhookDelivery" ("endpointId", "createdAt", "id");
CREATE INDEX "WebhookDelivery_status" ON "WebhookDelivery" ("endpointId", "status", "createdAt", "id");
-- what is old enough to be forgotten
CREATE INDEX "WebhookDelivery_finished_age" ON "WebhookDelivery" ("finishedAt") WHERE "finishedAt" IS NOT NULL;

-- Every attempt that came to an end, with the beginning of what was answered.
CREATE TABLE "WebhookAttempt" (
  "shopId" TEXT NOT NULL,
  "deliveryId" TEXT NOT NULL,
  "n" INTEGER NOT NULL CHECK ("n" >= 1),
  "startedAt" TIMESTAMPTZ(3) NOT NULL,
  "durationMs" INTEGER NOT NULL CHECK ("durationMs" >= 0),
  "statusCode" INTEGER,
  "error" TEXT,
  "excerpt" TEXT NOT NULL CHECK (octet_length("excerpt") <= 1024),
  PRIMARY KEY ("shopId", "deliveryId", "n"),
  FOREIGN KEY ("shopId", "deliveryId") REFERENCES "WebhookDelivery" ("shopId", "id") ON DELETE CASCADE
);

-- An answer may carry a secret, which nobody must find in the database: from now on all are stored sealed.
ALTER TABLE "IdempotencyKey" ADD COLUMN "sealed" BOOLEAN NOT NULL DEFAULT FALSE;
