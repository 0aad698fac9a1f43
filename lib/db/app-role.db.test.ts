import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { equipAppRole } from '@/lib/db/app-role'
import { database as application, pool } from '@/lib/db/pool'
import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { database as owner } from '@/tests/support/access'
import { openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

const { url } = useDatabase()

describe('the application’s role', () => {
  test('is who it logs in as, and nobody more', async () => {
    const { rows } = await application.query(
      `SELECT current_user AS "works", session_user AS "login", rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS "mighty",
         (SELECT count(*) FROM pg_auth_members WHERE member = r.oid) AS "memberships"
       FROM pg_roles r WHERE rolname = session_user`,
    )
    expect(rows).toEqual([{ works: 'afterdesk_app', login: 'afterdesk_app', mighty: false, memberships: 0 }])
  })

  test.each([
    ['SET ROLE postgres', 'permission denied to set role'],
    ['SET SESSION AUTHORIZATION postgres', 'permission denied to set session authorization'],
    ['ALTER ROLE afterdesk_app BYPASSRLS', /permission denied|must be superuser/],
    ['CREATE ROLE other SUPERUSER', /permission denied|must be superuser/],
    ['ALTER TABLE "AfterSale" DISABLE ROW LEVEL SECURITY', 'must be owner'],
    ['ALTER TABLE "AfterSale" ADD COLUMN "extra" TEXT', 'must be owner'],
    ['DROP POLICY shops_reached ON "AfterSale"', 'must be owner'],
    ['DROP TABLE "AfterSale"', 'must be owner'],
    ['DROP FUNCTION app_reaches_all() CASCADE', 'must be owner'],
    [
      'CREATE OR REPLACE FUNCTION app_reaches_all() RETURNS BOOLEAN LANGUAGE sql AS $$ SELECT TRUE $$',
      'permission denied',
    ],
    ['CREATE TABLE public.mine (n int)', 'permission denied for schema public'],
    ['DROP SCHEMA public CASCADE', 'must be owner'],
    ['ALTER TABLE "AfterSaleEvent" DISABLE TRIGGER ALL', 'must be owner'],
    [`COPY "AfterSaleEvent" TO PROGRAM 'cat'`, /permission denied to COPY|must be superuser/],
    ['SELECT rolpassword FROM pg_authid', 'permission denied'],
    [`INSERT INTO _prisma_migrations ("id", "checksum", "migration_name") VALUES ('x', 'x', 'x')`, 'permission denied'],
    ['DELETE FROM _prisma_migrations', 'permission denied'],
    ['TRUNCATE "AfterSale" CASCADE', 'permission denied'],
  ])('cannot: %s', async (sql, refusal) => {
    await expect(application.query(sql)).rejects.toThrow(refusal)
  })

  test('does not get around row security by asking for it to be off', async () => {
    const client = await pool().connect()
    await client.query('SET row_security = off')
    await expect(client.query('SELECT FROM "AfterSale"')).rejects.toThrow('would be affected by row-level security')
    await client.query('RESET ROLE; RESET row_security')
    expect((await client.query('SELECT current_user AS "me"')).rows).toEqual([{ me: 'afterdesk_app' }])
    client.release(true)
  })

  test.each(['AfterSaleEvent', 'AfterSaleAttachment', 'DeskEntry', 'Evidence', 'LedgerEntry', 'SettingChange'])(
    'adds to %s and takes nothing back',
    async (table) => {
      await openCase()
      for (const sql of [`UPDATE "${table}" SET "shopId" = "shopId"`, `DELETE FROM "${table}"`, `TRUNCATE "${table}"`])
        await expect(within(EVERYWHERE).query(sql)).rejects.toThrow(`permission denied for table ${table}`)
      expect(await rightsOn(table)).toEqual(['SELECT', 'INSERT'])
    },
  )

  test('gets what it needs of a table that came later, and loses what it has no need of', async () => {
    await owner.query('CREATE TABLE later (n int); GRANT ALL ON "AfterSaleEvent", _prisma_migrations TO afterdesk_app')
    await withOwner(equipAppRole)
    expect(await rightsOn('later')).toEqual(['SELECT', 'INSERT', 'UPDATE', 'DELETE'])
    expect(await rightsOn('AfterSaleEvent')).toEqual(['SELECT', 'INSERT'])
    expect(await rightsOn('_prisma_migrations')).toEqual(['SELECT'])
    await owner.query('DROP TABLE later')
  })

  test('that could see everything is not worked with', async () => {
    await withOwner(async (session) => {
      await session.query('BEGIN; ALTER ROLE afterdesk_app BYPASSRLS')
      await expect(equipAppRole(session)).rejects.toThrow('ALTER ROLE afterdesk_app NOSUPERUSER NOBYPASSRLS')
      await session.query('ROLLBACK')
    })
  })
})

async function rightsOn(table: string): Promise<string[]> {
  const { rows } = await owner.query<{ right: string }>(
    `SELECT p AS "right" FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
       WITH ORDINALITY t(p, i) WHERE has_table_privilege('afterdesk_app', quote_ident($1), p) ORDER BY i`,
    [table],
  )
  return rows.map(({ right }) => right)
}

async function withOwner(work: (session: pg.Client) => Promise<void>): Promise<void> {
  const session = new pg.Client({ connectionString: url() })
  await session.connect()
  await work(session).finally(() => session.end())
}
