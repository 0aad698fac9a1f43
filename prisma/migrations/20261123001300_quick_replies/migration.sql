-- What a shop says again and again: quick replies, and texts of rejections. A shop without its own has those that come with
-- the product; with the first change it gets them as rows, under the ids that they have there.
CREATE TABLE "QuickReply" (
  "shopId" TEXT NOT NULL REFERENCES "Shop" ("id"),
  "id" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('REPLY', 'REJECTION')),
  "title" TEXT NOT NULL CHECK (char_length("title") BETWEEN 1 AND 30),
  "text" TEXT NOT NULL CHECK (char_length("text") BETWEEN CASE "kind" WHEN 'REJECTION' THEN 10 ELSE 1 END AND 500),
  -- R1.3 chosen along with the text
  "reasonCode" TEXT CHECK ("reasonCode" IN ('AS_DESCRIBED', 'NO_DEFECT_FOUND', 'USED_OR_DAMAGED_BY_BUYER', 'ALREADY_SHIPPED',
    'EVIDENCE_INSUFFICIENT', 'SETTLED_WITH_BUYER', 'NOT_RETURNABLE', 'OTHER')),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY ("shopId", "id"),
  -- at the end of the statement that moves several
  CONSTRAINT "QuickReply_order" UNIQUE ("shopId", "kind", "position") DEFERRABLE,
  CONSTRAINT "QuickReply_reason" CHECK ("reasonCode" IS NULL OR "kind" = 'REJECTION')
);
