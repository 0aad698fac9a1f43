-- Who changed what a shop (or, without one, the platform) is set to, and when. Nobody changes it afterwards.
CREATE TABLE "SettingChange" (
  "id" BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "shopId" TEXT REFERENCES "Shop" ("id"),
  "kind" TEXT NOT NULL,
  "actorRole" TEXT NOT NULL CHECK ("actorRole" IN ('BUYER', 'AGENT', 'MANAGER', 'SUPPORT', 'SYSTEM')),
  "actorId" TEXT,
  "data" JSONB NOT NULL,
  "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX "SettingChange_shop" ON "SettingChange" ("shopId", "id");
CREATE TRIGGER "SettingChange_append_only" BEFORE UPDATE OR DELETE ON "SettingChange"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SettingChange_no_truncate" BEFORE TRUNCATE ON "SettingChange"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
