-- Who made a key, until when it works once it is replaced, and by which key that was.
ALTER TABLE "ApiKey"
  -- without one it was made from the command line
  ADD COLUMN "createdBy" TEXT REFERENCES "User" ("id"),
  ADD COLUMN "expiresAt" TIMESTAMPTZ(3),
  -- a key replaces one other, and that at once or after an overlap
  ADD COLUMN "replacedBy" TEXT UNIQUE REFERENCES "ApiKey" ("id"),
  ADD CONSTRAINT "ApiKey_replaced_expires" CHECK (("replacedBy" IS NULL) = ("expiresAt" IS NULL)),
  ADD CONSTRAINT "ApiKey_shop_id" UNIQUE ("shopId", "id"),
  -- never by another shop's key
  ADD CONSTRAINT "ApiKey_replaced_in_shop" FOREIGN KEY ("shopId", "replacedBy") REFERENCES "ApiKey" ("shopId", "id");

-- Requests of API keys, counted in windows. The shape is the one that rate-limiter-flexible expects of its table.
-- Unlogged, because a count need not outlive a crash; with room in its pages, because each request updates its row; and
-- without an index on "expire", which would have to follow each new window.
CREATE UNLOGGED TABLE "ApiRateLimit" (
  "key" VARCHAR(255) PRIMARY KEY,
  "points" INTEGER NOT NULL DEFAULT 0,
  -- epoch ms
  "expire" BIGINT
) WITH (fillfactor = 50);
