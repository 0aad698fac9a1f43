-- How a shop works through its queue. None of it is a fact of the case: no rule knows it, and neither the buyer nor the
-- platform ever sees it.

-- Who of the shop looks after a case, and the flag that somebody put on it.
ALTER TABLE "AfterSale"
  ADD COLUMN "assigneeId" TEXT,
  ADD COLUMN "flag" TEXT CHECK ("flag" IN ('PRIORITY', 'FOLLOW_UP', 'RISK')),
  ADD FOREIGN KEY ("shopId", "assigneeId") REFERENCES "Member" ("shopId", "userId");
CREATE INDEX "AfterSale_assigned" ON "AfterSale" ("shopId", "assigneeId", "waitingOn", "dueSort", "no")
  WHERE "assigneeId" IS NOT NULL;
CREATE INDEX "AfterSale_flagged" ON "AfterSale" ("shopId", "flag", "waitingOn", "dueSort", "no") WHERE "flag" IS NOT NULL;
-- The queue's other orders.
CREATE INDEX "AfterSale_amount" ON "AfterSale" ("shopId", "waitingOn", "amountFen", "no");
CREATE INDEX "AfterSale_waiting_newest" ON "AfterSale" ("shopId", "waitingOn", "openedAt", "no");
-- Support finds a dispute of any shop by how its number begins.
CREATE INDEX "AfterSale_platform_search_dispute" ON "AfterSale" ("no" text_pattern_ops) WHERE "disputeLane" IS NOT NULL;

-- The forecast reads nothing but the queue's index.
DROP INDEX "AfterSale_queue";
CREATE INDEX "AfterSale_queue" ON "AfterSale" ("shopId", "waitingOn", "dueSort", "no") INCLUDE ("type", "dueKind", "amountFen");

-- What the shop's people did to a case among themselves, private notes included.
CREATE TABLE "DeskEntry" (
  "shopId" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "id" BIGINT GENERATED ALWAYS AS IDENTITY,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('ASSIGNED', 'FLAGGED', 'NOTED')),
  "actorId" TEXT NOT NULL REFERENCES "User" ("id"),
  "data" JSONB NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY ("shopId", "afterSaleNo", "id"),
  FOREIGN KEY ("shopId", "afterSaleNo") REFERENCES "AfterSale" ("shopId", "no")
);
CREATE TRIGGER "DeskEntry_append_only" BEFORE UPDATE OR DELETE ON "DeskEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Filters of the queue that somebody keeps under a name.
CREATE TABLE "SavedFilter" (
  "shopId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL CHECK (char_length("name") BETWEEN 1 AND 20),
  -- as it stands in the address of the queue
  "query" TEXT NOT NULL CHECK (char_length("query") <= 1000),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY ("shopId", "userId", "id"),
  FOREIGN KEY ("shopId", "userId") REFERENCES "Member" ("shopId", "userId"),
  CONSTRAINT "SavedFilter_name" UNIQUE ("shopId", "userId", "name"),
  -- at the end of the statement that moves several
  CONSTRAINT "SavedFilter_order" UNIQUE ("shopId", "userId", "position") DEFERRABLE
);

-- One act on many cases: prepared case by case, confirmed once, carried out by the workers.
CREATE TABLE "BulkRun" (
  "shopId" TEXT NOT NULL,
  "id" UUID NOT NULL,
  "userId" TEXT NOT NULL,
  "act" JSONB NOT NULL,
  -- R2.2 where the approved returns go, chosen when it was prepared
  "returnAddressId" TEXT,
  "state" TEXT NOT NULL DEFAULT 'PREPARED'
    CHECK ("state" IN ('PREPARED', 'RUNNING', 'STOPPED', 'DONE')),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "startedAt" TIMESTAMPTZ(3),
  "finishedAt" TIMESTAMPTZ(3),
  PRIMARY KEY ("shopId", "id"),
  FOREIGN KEY ("shopId", "userId") REFERENCES "Member" ("shopId", "userId"),
  CONSTRAINT "BulkRun_started" CHECK (("startedAt" IS NULL) = ("state" = 'PREPARED')),
  CONSTRAINT "BulkRun_finished" CHECK (("finishedAt" IS NULL) = ("state" IN ('PREPARED', 'RUNNING')))
);
CREATE INDEX "BulkRun_recent" ON "BulkRun" ("shopId", "userId", "createdAt");
-- what was prepared and never confirmed goes away, what is over in the end too
CREATE INDEX "BulkRun_state" ON "BulkRun" ("state", "createdAt");
CREATE TABLE "BulkItem" (
  "shopId" TEXT NOT NULL,
  "runId" UUID NOT NULL,
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "afterSaleNo" TEXT NOT NULL,
  -- what the screen showed when it was confirmed; the act is judged against it
  "version" INTEGER NOT NULL,
  "amountFen" INTEGER NOT NULL,
  -- EXCLUDED: it could not go along from the start
  "state" TEXT NOT NULL CHECK ("state" IN ('EXCLUDED', 'PENDING', 'DONE', 'REFUSED', 'STOPPED')),
  -- why not: a refusal, as the API gives it
  "refusal" JSONB,
  -- how often it met a defect of ours
  "defects" INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY ("shopId", "runId", "position"),
  UNIQUE ("shopId", "runId", "afterSaleNo"),
  FOREIGN KEY ("shopId", "runId") REFERENCES "BulkRun" ("shopId", "id") ON DELETE CASCADE,
  FOREIGN KEY ("shopId", "afterSaleNo") REFERENCES "AfterSale" ("shopId", "no"),
  CONSTRAINT "BulkItem_refusal" CHECK (("refusal" IS NOT NULL) = ("state" IN ('EXCLUDED', 'REFUSED')))
);
-- whose turn is next, and how many have come how far
CREATE INDEX "BulkItem_state" ON "BulkItem" ("shopId", "runId", "state", "defects", "position");

-- Which browser tab shows which case, for as long as it says so. Lost with a crash, and told anew within seconds.
CREATE UNLOGGED TABLE "Presence" (
  "userId" TEXT NOT NULL,
  -- the browser's word: it names a tab among those of one person
  "tabId" UUID NOT NULL,
  "shopId" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("userId", "tabId")
);
CREATE INDEX "Presence_shop" ON "Presence" ("shopId", "seenAt");
