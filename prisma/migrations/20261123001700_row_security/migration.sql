-- The second wall between shops: a statement reaches the rows of the shops that its transaction has named
-- ("afterdesk.shops": '*' or a text array), and none where it has named nothing. The first wall is the condition in the
-- statement itself. It holds for whoever does not own the tables, which the application does not (lib/db/app-role.ts).

CREATE FUNCTION app_reaches_all() RETURNS BOOLEAN LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT COALESCE(current_setting('afterdesk.shops', TRUE), '') = '*'
$$;
CREATE FUNCTION app_reached_shops() RETURNS TEXT[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN current_setting('afterdesk.shops', TRUE) LIKE '{%'
    THEN current_setting('afterdesk.shops', TRUE)::text[] ELSE ARRAY[]::text[] END
$$;

-- Asked once a statement, not once a row: that is what (SELECT …) is for.
DO $$
DECLARE
  secured RECORD;
BEGIN
  FOR secured IN
    SELECT c.oid::regclass AS "table", quote_ident(a.attname) AS "shop"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND a.attname = CASE c.relname WHEN 'Shop' THEN 'id' ELSE 'shopId' END
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', secured."table");
    EXECUTE format('CREATE POLICY shops_reached ON %s USING ((SELECT app_reaches_all())
      OR %s = ANY ((SELECT app_reached_shops())::text[]))', secured."table", secured."shop");
  END LOOP;
END $$;

-- The platform's endpoints hear of every shop's decisions, so that every decision has to find them.
CREATE POLICY platform_listens ON "WebhookEndpoint" FOR SELECT
  USING ("shopId" IS NULL AND cardinality((SELECT app_reached_shops())) > 0);

-- What people have read and wish to hear, of a shop or of the platform's own (''), which support hears of.
DO $$
DECLARE
  kept TEXT;
BEGIN
  FOREACH kept IN ARRAY ARRAY['NoticeCursor', 'NoticeRead', 'NoticeChoice', 'NoticeMail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kept);
    EXECUTE format('CREATE POLICY shops_reached ON %I USING ((SELECT app_reaches_all())
      OR "owner" = ANY ((SELECT array_append(app_reached_shops(), %L))::text[])
      AND cardinality((SELECT app_reached_shops())) > 0)', kept, '');
  END LOOP;
END $$;
