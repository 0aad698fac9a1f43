-- Files that belong to cases: photos of buyers and merchants, documents. The bytes lie in the file storage under the
-- file's id; there is never an object there without its row here.

CREATE TABLE "Attachment" (
  -- unguessable; whoever may see a file is asked for all the same
  "id" TEXT PRIMARY KEY,
  -- the shop whose member sent it, or of the case that it became part of; the platform's uploads have none until then
  "shopId" TEXT REFERENCES "Shop" ("id"),
  "side" TEXT NOT NULL CHECK ("side" IN ('BUYER', 'MERCHANT')),
  -- the member or the API key
  "uploaderId" TEXT NOT NULL,
  -- what is stored: media type by content, after everything but the content was taken off
  "mediaType" TEXT NOT NULL CHECK ("mediaType" IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  "bytes" INTEGER NOT NULL CHECK ("bytes" > 0),
  "sha256" TEXT NOT NULL CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  "width" INTEGER CHECK ("width" > 0),
  "height" INTEGER CHECK ("height" > 0),
  -- of the small WebP beside an image
  "thumbnailBytes" INTEGER CHECK ("thumbnailBytes" > 0),
  -- what its sender called it: for showing only
  "name" TEXT NOT NULL,
  -- STORING: its objects are being written; READY: they are there; REMOVING: they are being deleted
  "state" TEXT NOT NULL DEFAULT 'STORING' CHECK ("state" IN ('STORING', 'READY', 'REMOVING')),
  "afterSaleNo" TEXT,
  -- real time, whatever a sandbox's clock says: what nobody used for a day is swept
  "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE ("shopId", "afterSaleNo", "id"),
  FOREIGN KEY ("shopId", "afterSaleNo") REFERENCES "AfterSale" ("shopId", "no"),
  CONSTRAINT "Attachment_image" CHECK (
    ("mediaType" <> 'application/pdf') = ("width" IS NOT NULL AND "height" IS NOT NULL AND "thumbnailBytes" IS NOT NULL)
    AND ("width" IS NULL) = ("height" IS NULL) AND ("width" IS NULL) = ("thumbnailBytes" IS NULL)),
  CONSTRAINT "Attachment_bound_ready" CHECK ("afterSaleNo" IS NULL OR ("state" = 'READY' AND "shopId" IS NOT NULL)),
  CONSTRAINT "Attachment_unbound_shop" CHECK ("afterSaleNo" IS NOT NULL OR ("side" = 'MERCHANT') = ("shopId" IS NOT NULL))
);
-- the sweep
CREATE INDEX "Attachment_unbound" ON "Attachment" ("uploadedAt", "id") WHERE "afterSaleNo" IS NULL;

-- Which event put which files on a case. The key to the file carries the case: a file that one case uses can never be
-- used by another, and while it is used it stays that case's.
CREATE TABLE "AfterSaleAttachment" (
  "shopId" TEXT NOT NULL,
  "afterSaleNo" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "attachmentId" TEXT NOT NULL,
  PRIMARY KEY ("shopId", "afterSaleNo", "seq", "position"),
  UNIQUE ("shopId", "afterSaleNo", "attachmentId", "seq"),
  FOREIGN KEY ("shopId", "afterSaleNo", "seq") REFERENCES "AfterSaleEvent" ("shopId", "afterSaleNo", "seq"),
  FOREIGN KEY ("shopId", "afterSaleNo", "attachmentId") REFERENCES "Attachment" ("shopId", "afterSaleNo", "id")
);
CREATE TRIGGER "AfterSaleAttachment_append_only" BEFORE UPDATE OR DELETE ON "AfterSaleAttachment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AfterSaleAttachment_no_truncate" BEFORE TRUNCATE ON "AfterSaleAttachment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
