import { database } from '@/tests/support/access'

/** Row by row what is changed in the test's database, kept by its own triggers: no refusal may leave anything here. */
export type Change = { table: string; op: 'INSERT' | 'UPDATE' | 'DELETE'; row: Record<string, unknown> }

/** Books that are kept of every request, whatever its answer: limits, stored answers, when a key was last used. */
const BOOKS = ['ApiRateLimit', 'IdempotencyKey']

export async function watchChanges(): Promise<void> {
  await database.query(`
    CREATE TABLE "WatchedChange" ("n" BIGINT GENERATED ALWAYS AS IDENTITY, "table" TEXT, "op" TEXT, "row" JSONB);
    CREATE FUNCTION watch_change() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'lastUsedAt' = to_jsonb(NEW) - 'lastUsedAt' THEN RETURN NULL; END IF;
      INSERT INTO "WatchedChange" ("table", "op", "row")
      VALUES (TG_TABLE_NAME, TG_OP, CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END);
      RETURN NULL;
    END $$;
    DO $$
    DECLARE watched REGCLASS;
    BEGIN
      FOR watched IN SELECT oid FROM pg_class
        WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace::regnamespace::text IN ('public', 'graphile_worker')
          AND relname NOT IN ('WatchedChange', ${BOOKS.map((name) => `'${name}'`).join(', ')})
      LOOP
        EXECUTE format('CREATE TRIGGER watch_change AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION watch_change()', watched);
      END LOOP;
    END $$`)
}

/** What was changed and committed since this was last asked, in order. */
export async function takeChanges(): Promise<Change[]> {
  const { rows } = await database.query<Change & { n: number }>(
    `WITH taken AS (DELETE FROM "WatchedChange" RETURNING *) SELECT "table", "op", "row" FROM taken ORDER BY "n"`,
  )
  return rows
}

/** Whether a changed row holds just this text, in a column or within one. */
export function isWritten(changes: readonly Change[], text: string): boolean {
  const holds = (value: unknown): boolean =>
    typeof value === 'object' && value !== null ? Object.values(value).some(holds) : value === text
  return changes.some(({ op, row }) => op !== 'DELETE' && holds(row))
}

/** How many rows of each table came, went or changed in the end: what came and went again counts for nothing. */
export function summarize(changes: readonly Change[]): Record<string, number> {
  const came = new Set(changes.filter(({ op }) => op === 'INSERT').map(nameOf))
  const fleeting = new Set(changes.filter((change) => change.op === 'DELETE' && came.has(nameOf(change))).map(nameOf))
  const counts: Record<string, number> = {}
  for (const change of changes) {
    if (fleeting.has(nameOf(change))) continue
    const name = `${change.op} ${change.table}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

function nameOf({ table, row }: Change): string {
  return `${table} ${String(row.id ?? JSON.stringify(row))}`
}
