-- How long before its end a running deadline is next told to come soon; null once nothing is left to tell.
ALTER TABLE "AfterSale" ADD COLUMN "soonMs" INTEGER;
-- Nothing was told of those that run: each begins with the longest time of its policy, which is shorter than every limit.
UPDATE "AfterSale" SET "soonMs" = 86400000 WHERE "dueAt" IS NOT NULL;
ALTER TABLE "AfterSale"
  ADD CONSTRAINT "AfterSale_soon_deadline" CHECK ("soonMs" IS NULL OR ("soonMs" > 0 AND "dueKind" IS NOT NULL)),
  -- when that is; in UTC, where a day has 24 h (R0.2), so that it depends on nobody's time zone
  ADD COLUMN "soonAt" TIMESTAMPTZ(3) GENERATED ALWAYS AS
    (("dueAt" AT TIME ZONE 'UTC' - "soonMs" * INTERVAL '1 millisecond') AT TIME ZONE 'UTC') STORED;
-- the sweep
CREATE INDEX "AfterSale_soon" ON "AfterSale" ("soonAt") WHERE "soonAt" IS NOT NULL;

-- the lists by status, soonest first: of a shop and of the platform
CREATE INDEX "AfterSale_status_due" ON "AfterSale" ("shopId", "status", "dueSort", "no");
CREATE INDEX "AfterSale_platform_status_due" ON "AfterSale" ("status", "dueSort", "no");
