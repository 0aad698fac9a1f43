-- What the desk shows at once costs the same however many cases a shop has.

-- What falls due while it waits for the shop, by hour and kind: the forecast sums it. A key may have several rows; only
-- their sum means anything.
CREATE TABLE "DueHour" (
  "id" BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "shopId" TEXT NOT NULL,
  "hour" TIMESTAMPTZ(3) NOT NULL,
  "type" TEXT NOT NULL,
  "dueKind" TEXT NOT NULL,
  "cases" INTEGER NOT NULL,
  "fen" BIGINT NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX "DueHour_hour" ON "DueHour" ("shopId", "hour");

-- Keeps the sums current in the statement that changes cases. Nobody waits for anybody: a row that another transaction
-- holds is passed over and a new one put beside it, and who comes next makes one of both.
CREATE FUNCTION keep_due_hours() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE changes "DueHour"[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(ROW(NULL, q.*)::"DueHour") INTO changes FROM (
      SELECT "shopId", date_bin('1 hour', "dueAt", 'epoch'), "type", "dueKind", count(*)::int, sum("amountFen")
      FROM came WHERE "waitingOn" = 'MERCHANT' AND "dueAt" IS NOT NULL GROUP BY 1, 2, 3, 4) q;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(ROW(NULL, q.*)::"DueHour") INTO changes FROM (
      SELECT "shopId", date_bin('1 hour', "dueAt", 'epoch'), "type", "dueKind", -count(*)::int, -sum("amountFen")
      FROM went WHERE "waitingOn" = 'MERCHANT' AND "dueAt" IS NOT NULL GROUP BY 1, 2, 3, 4) q;
  ELSE
    SELECT array_agg(ROW(NULL, q.*)::"DueHour") INTO changes FROM (
      SELECT "shopId", date_bin('1 hour', "dueAt", 'epoch'), "type", "dueKind", sum(sign)::int, sum(sign * "amountFen")
      FROM (SELECT 1 AS sign, "shopId", "dueAt", "type", "dueKind", "waitingOn", "amountFen" FROM came UNION ALL
        SELECT -1, "shopId", "dueAt", "type", "dueKind", "waitingOn", "amountFen" FROM went) c
      WHERE "waitingOn" = 'MERCHANT' AND "dueAt" IS NOT NULL GROUP BY 1, 2, 3, 4
      HAVING sum(sign) <> 0 OR sum(sign * "amountFen") <> 0) q;
  END IF;
  IF changes IS NULL THEN RETURN NULL; END IF;
  WITH change AS (SELECT * FROM unnest(changes)),
  held AS MATERIALIZED (
    SELECT d.* FROM "DueHour" d JOIN change c USING ("shopId", "hour", "type", "dueKind") FOR UPDATE OF d SKIP LOCKED),
  total AS MATERIALIZED (
    SELECT min("id") AS "id", "shopId", "hour", "type", "dueKind", sum("cases")::int AS "cases", sum("fen")::bigint AS "fen"
    FROM (SELECT * FROM change UNION ALL SELECT * FROM held) b GROUP BY 2, 3, 4, 5),
  gone AS (
    DELETE FROM "DueHour" WHERE "id" IN (
      SELECT "id" FROM held EXCEPT SELECT "id" FROM total WHERE "cases" <> 0 OR "fen" <> 0)),
  kept AS (
    UPDATE "DueHour" d SET "cases" = t."cases", "fen" = t."fen" FROM total t
    WHERE d."id" = t."id" AND (t."cases" <> 0 OR t."fen" <> 0))
  INSERT INTO "DueHour" ("shopId", "hour", "type", "dueKind", "cases", "fen")
  SELECT "shopId", "hour", "type", "dueKind", "cases", "fen" FROM total WHERE "id" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "AfterSale_due_hours_insert" AFTER INSERT ON "AfterSale"
  REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION keep_due_hours();
CREATE TRIGGER "AfterSale_due_hours_update" AFTER UPDATE ON "AfterSale"
  REFERENCING NEW TABLE AS came OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION keep_due_hours();
CREATE TRIGGER "AfterSale_due_hours_delete" AFTER DELETE ON "AfterSale"
  REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION keep_due_hours();
INSERT INTO "DueHour" ("shopId", "hour", "type", "dueKind", "cases", "fen")
SELECT "shopId", date_bin('1 hour', "dueAt", 'epoch'), "type", "dueKind", count(*), sum("amountFen")
FROM "AfterSale" WHERE "waitingOn" = 'MERCHANT' AND "dueAt" IS NOT NULL GROUP BY 1, 2, 3, 4;

-- Counts of filters read nothing but the queue's index.
DROP INDEX "AfterSale_queue";
CREATE INDEX "AfterSale_queue" ON "AfterSale" ("shopId", "waitingOn", "dueSort", "no")
  INCLUDE ("type", "dueKind", "amountFen", "reason", "assigneeId", "flag");

-- How many services are with the platform, without going through every dispute of the shop.
CREATE INDEX "AfterSale_service_dispute" ON "AfterSale" ("shopId", "disputeLane") WHERE "serviceStep" IS NOT NULL;

-- What reads nothing but an index has to look at the row all the same where a page has changed since it was vacuumed. At a
-- million cases the usual fifth is the work of days.
ALTER TABLE "AfterSale" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
