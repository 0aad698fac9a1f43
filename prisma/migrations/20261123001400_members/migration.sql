-- A way into a shop, by a link that is opened once. Its token is not kept: whoever has lost the link gets a new one.
CREATE TABLE "Invitation" (
  "id" UUID PRIMARY KEY,
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id"),
  "email" TEXT NOT NULL CHECK ("email" = lower("email")),
  "role" TEXT NOT NULL CHECK ("role" IN ('AGENT', 'MANAGER')),
  "hash" TEXT NOT NULL UNIQUE,
  "invitedBy" TEXT NOT NULL REFERENCES "User" ("id"),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  -- when a mail server took the letter with the link; without one there was no letter
  "mailedAt" TIMESTAMPTZ(3),
  -- withdrawn, or replaced by a newer link
  "revokedAt" TIMESTAMPTZ(3),
  "acceptedAt" TIMESTAMPTZ(3),
  "acceptedBy" TEXT REFERENCES "User" ("id"),
  CONSTRAINT "Invitation_one_end" CHECK ("revokedAt" IS NULL OR "acceptedAt" IS NULL),
  CONSTRAINT "Invitation_accepted" CHECK (("acceptedAt" IS NULL) = ("acceptedBy" IS NULL)),
  CONSTRAINT "Invitation_life" CHECK ("createdAt" < "expiresAt")
);
-- one link at a time leads an address into a shop
CREATE UNIQUE INDEX "Invitation_open" ON "Invitation" ("shopId", "email")
  WHERE "revokedAt" IS NULL AND "acceptedAt" IS NULL;
CREATE INDEX "Invitation_shop" ON "Invitation" ("shopId", "createdAt");

-- The history of the settings, by who changed them.
CREATE INDEX "SettingChange_actor" ON "SettingChange" ("shopId", "actorId", "id");
