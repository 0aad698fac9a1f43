-- What the desk tells people, what each of them has read, and the letters to those who asked for them. Ages, leases and
-- waits go by real time, whatever a sandbox's clock says.

-- The language of letters: the one that somebody chose last; null: the default.
ALTER TABLE "User" ADD COLUMN "locale" TEXT CHECK ("locale" IN ('zh-CN', 'en'));

-- One for an event and whom it concerns: a shop's members, or the platform's support; never one for each of them. What it
-- says is the event's and the case's.
CREATE TABLE "Notice" (
  "id" BIGINT GENERATED ALWAYS AS IDENTITY,
  "shopId" TEXT NOT NULL,
  "audience" TEXT NOT NULL CHECK ("audience" IN ('MERCHANT', 'SUPPORT')),
  -- whose it is: the shop, or nobody's of all shops
  "owner" TEXT NOT NULL GENERATED ALWAYS AS (CASE "audience" WHEN 'MERCHANT' THEN "shopId" ELSE '' END) STORED,
  "kind" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  -- the event's recordedAt
  "at" TIMESTAMPTZ(3) NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("owner", "id"),
  UNIQUE ("owner", "afterSaleNo", "seq", "kind"),
  FOREIGN KEY ("shopId", "afterSaleNo", "seq") REFERENCES "AfterSaleEvent" ("shopId", "afterSaleNo", "seq"),
  CONSTRAINT "Notice_kind_check" CHECK (CASE "audience"
    WHEN 'MERCHANT' THEN "kind" IN ('CASE_OPENED', 'DEADLINE_SOON', 'BUYER_ANSWERED', 'DISPUTE_OPENED', 'EVIDENCE_ASKED', 'DISPUTE_RULED')
    ELSE "kind" IN ('DISPUTE_READY') END)
);
-- what is old enough to be forgotten
CREATE INDEX "Notice_age" ON "Notice" ("createdAt");

-- Up to here somebody has read everything; above it, what stands in "NoticeRead".
CREATE TABLE "NoticeCursor" (
  "userId" TEXT NOT NULL REFERENCES "User" ("id"),
  "owner" TEXT NOT NULL,
  "readUpTo" BIGINT NOT NULL,
  PRIMARY KEY ("userId", "owner")
);

CREATE TABLE "NoticeRead" (
  "owner" TEXT NOT NULL,
  "noticeId" BIGINT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "User" ("id"),
  PRIMARY KEY ("owner", "noticeId", "userId"),
  FOREIGN KEY ("owner", "noticeId") REFERENCES "Notice" ("owner", "id") ON DELETE CASCADE
);

-- What each wants by e-mail; without a row the kind's default holds.
CREATE TABLE "NoticeChoice" (
  "userId" TEXT NOT NULL REFERENCES "User" ("id"),
  "owner" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "email" BOOLEAN NOT NULL,
  PRIMARY KEY ("userId", "owner", "kind")
);

-- One e-mail to one person: it keeps its id, and with it its Message-ID, over every attempt.
CREATE TABLE "NoticeLetter" (
  "id" UUID PRIMARY KEY,
  "userId" TEXT NOT NULL REFERENCES "User" ("id"),
  "status" TEXT NOT NULL DEFAULT 'PENDING' CHECK ("status" IN ('PENDING', 'SENT', 'FAILED')),
  "attempts" INTEGER NOT NULL DEFAULT 0 CHECK ("attempts" >= 0),
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  -- who is sending it now, and until when nobody else may
  "leaseId" UUID,
  "leaseUntil" TIMESTAMPTZ(3),
  "error" TEXT,
  "finishedAt" TIMESTAMPTZ(3),
  CONSTRAINT "NoticeLetter_lease" CHECK (("leaseId" IS NULL) = ("leaseUntil" IS NULL)),
  CONSTRAINT "NoticeLetter_finished" CHECK (("status" = 'PENDING') = ("finishedAt" IS NULL)),
  CONSTRAINT "NoticeLetter_at_rest" CHECK ("status" = 'PENDING' OR "leaseId" IS NULL)
);
CREATE INDEX "NoticeLetter_pending" ON "NoticeLetter" ("userId", "nextAttemptAt") WHERE "status" = 'PENDING';
CREATE INDEX "NoticeLetter_age" ON "NoticeLetter" ("createdAt");

-- Who is to be written of what; in no letter yet while "letterId" is null.
CREATE TABLE "NoticeMail" (
  "owner" TEXT NOT NULL,
  "noticeId" BIGINT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "User" ("id"),
  "letterId" UUID REFERENCES "NoticeLetter" ("id") ON DELETE CASCADE,
  PRIMARY KEY ("owner", "noticeId", "userId"),
  FOREIGN KEY ("owner", "noticeId") REFERENCES "Notice" ("owner", "id") ON DELETE CASCADE
);
CREATE INDEX "NoticeMail_waiting" ON "NoticeMail" ("userId") WHERE "letterId" IS NULL;
CREATE INDEX "NoticeMail_letter" ON "NoticeMail" ("letterId") WHERE "letterId" IS NOT NULL;
