-- The second step at signing in. Its times are real ones: an authenticator knows nothing of the sandbox's clock.
CREATE TABLE "TwoStep" (
  "userId" TEXT PRIMARY KEY REFERENCES "User" ("id"),
  -- sealed: the database alone, or a backup of it, makes no code
  "sealedSeed" TEXT NOT NULL,
  -- when a code has shown that the authenticator has it; before that nothing is asked
  "confirmedAt" TIMESTAMPTZ(3),
  -- the newest 30 seconds whose code was taken: a code works once
  "lastStep" BIGINT,
  CONSTRAINT "TwoStep_confirmed" CHECK (("confirmedAt" IS NULL) = ("lastStep" IS NULL))
);

-- For who has lost the authenticator. Each works once.
CREATE TABLE "RecoveryCode" (
  "userId" TEXT NOT NULL REFERENCES "TwoStep" ("userId") ON DELETE CASCADE,
  "hash" TEXT NOT NULL,
  "usedAt" TIMESTAMPTZ(3),
  PRIMARY KEY ("userId", "hash")
);

-- A signed cookie that counts no more although its time is not over: a session that was signed out of, a half-way sign-in that went on.
CREATE TABLE "SpentToken" (
  "id" UUID PRIMARY KEY,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "SpentToken_expiry" ON "SpentToken" ("expiresAt");

-- Raised, it ends every session that this person has.
ALTER TABLE "User" ADD COLUMN "sessionRound" INTEGER NOT NULL DEFAULT 0;
