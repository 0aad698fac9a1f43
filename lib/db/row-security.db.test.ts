import { beforeAll, describe, expect, test } from 'vitest'
import { database as forgetful, pool } from '@/lib/db/pool'
import { EVERYWHERE, ofShop, ofShops, type Reach } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import { database as owner } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'

useDatabase()

/** A table of the shops' and the column that says whose a row is; `rights`: what the application may do to its rows. */
type Guarded = { table: string; shop: string; rights: string[] }
let guarded: Guarded[] = []

// One row of each of two shops in every table there is, without the rest of what a row needs: that is not asked here.
beforeAll(async () => {
  guarded = await listGuarded()
  await owner.query(`
    DO $$ DECLARE loose RECORD; BEGIN
      FOR loose IN SELECT conrelid::regclass AS "table", quote_ident(conname) AS "name" FROM pg_constraint
        WHERE contype IN ('f', 'c', 'u', 'p') AND connamespace = 'public'::regnamespace ORDER BY contype = 'p', contype = 'u' LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s CASCADE', loose."table", loose."name");
      END LOOP;
      FOR loose IN SELECT attrelid::regclass AS "table", quote_ident(attname) AS "name" FROM pg_attribute
        JOIN pg_class c ON c.oid = attrelid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        AND attnum > 0 AND attnotnull AND attidentity = '' LOOP
        EXECUTE format('ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL', loose."table", loose."name");
      END LOOP;
    END $$`)
  for (const { table, shop } of guarded) {
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await owner.query(`INSERT INTO ${table} (${shop}) VALUES ('shop-a'), ('shop-b')`)
  }
})

/** Found in the catalogue: a table that comes later is asked too. */
async function listGuarded(): Promise<Guarded[]> {
  const { rows } = await owner.query<Guarded>(
    `SELECT DISTINCT ON (c.oid) c.oid::regclass::text AS "table", quote_ident(a.attname) AS "shop",
       ARRAY(SELECT p FROM unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) p
             WHERE has_table_privilege('afterdesk_app', c.oid, p)) AS "rights"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND a.attgenerated = ''
       AND (a.attname IN ('shopId', 'owner') OR c.relname = 'Shop' AND a.attname = 'id')
     ORDER BY c.oid, a.attname = 'shopId' DESC`,
  )
  return rows
}

/** Whose rows a question that names no shop finds, in every table. */
async function look(tx: Tx): Promise<string[][]> {
  const found: string[][] = []
  for (const { table, shop } of guarded) {
    const { rows } = await tx.query<{ shop: string }>(`SELECT ${shop} AS "shop" FROM ${table} ORDER BY 1`)
    found.push(rows.map((row) => row.shop))
  }
  return found
}

const everyTable = (shops: string[]) => guarded.map(() => shops)
const may = (right: string) => guarded.filter(({ rights }) => rights.includes(right))

/** How many rows each of the statements meets; nothing of it stays. */
async function tryOut(reach: Reach, statements: string[]): Promise<number[]> {
  const met: number[] = []
  const undone = inTransaction(reach, async (tx) => {
    for (const sql of statements) met.push((await tx.query(sql)).rowCount)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  return met
}

describe('a query that forgets its scope', () => {
  test('finds nothing, in any table of the shops', async () => {
    expect(guarded.length).toBeGreaterThan(25)
    expect(await look(owner)).toEqual(everyTable(['shop-a', 'shop-b']))
    expect(await look(forgetful)).toEqual(everyTable([]))
  })

  test('changes nothing and takes nothing away', async () => {
    for (const { table, shop } of may('UPDATE'))
      expect(await forgetful.query(`UPDATE ${table} SET ${shop} = ${shop}`)).toMatchObject({ rowCount: 0 })
    for (const { table } of may('DELETE'))
      expect(await forgetful.query(`DELETE FROM ${table}`)).toMatchObject({ rowCount: 0 })
  })

  test('adds nothing', async () => {
    for (const { table, shop } of may('INSERT'))
      await expect(forgetful.query(`INSERT INTO ${table} (${shop}) VALUES ('shop-a')`)).rejects.toThrow('row-level')
  })
})

describe('within a shop', () => {
  test('its rows are found and no other’s', async () => {
    expect(await look(within(ofShop('shop-a')))).toEqual(everyTable(['shop-a']))
    expect(await look(within(ofShops(['shop-b', 'shop-c'])))).toEqual(everyTable(['shop-b']))
    expect(await look(within(ofShops([])))).toEqual(everyTable([]))
    expect(await look(within(EVERYWHERE))).toEqual(everyTable(['shop-a', 'shop-b']))
  })

  test('its rows are changed and taken away, and no other’s', async () => {
    const changed = await tryOut(
      ofShop('shop-a'),
      may('UPDATE').map(({ table, shop }) => `UPDATE ${table} SET ${shop} = ${shop}`),
    )
    expect(changed).toEqual(may('UPDATE').map(() => 1))
    const deleted = await tryOut(
      ofShop('shop-a'),
      may('DELETE').map(({ table }) => `DELETE FROM ${table}`),
    )
    expect(deleted).toEqual(may('DELETE').map(() => 1))
  })

  test('nothing is added to another, and nothing pushed over to it', async () => {
    const ofA = within(ofShop('shop-a'))
    for (const { table, shop } of may('INSERT'))
      await expect(ofA.query(`INSERT INTO ${table} (${shop}) VALUES ('shop-b')`)).rejects.toThrow('row-level')
    for (const { table, shop } of may('UPDATE'))
      await expect(ofA.query(`UPDATE ${table} SET ${shop} = 'shop-b'`)).rejects.toThrow('row-level')
  })

  test.each(['*', '{*}', '{shop-a}', 'shop-a,shop-b', 'shop-a","shop-b', "x' OR TRUE --", 'back\\slash', '"', ''])(
    'a shop that calls itself %j is itself and nobody else',
    async (id) => {
      await owner.query(`INSERT INTO "Shop" ("id") VALUES ($1)`, [id])
      const { rows } = await within(ofShop(id)).query(`SELECT "id" FROM "Shop"`)
      expect(rows).toEqual([{ id }])
    },
  )

  test('a shop whose name would end the message is refused', async () => {
    await expect(within(ofShop('a\0')).query('SELECT 1')).rejects.toThrow('NUL')
  })
})

describe('the platform’s endpoints', () => {
  test('are found by every shop’s decision, and changed by none', async () => {
    await owner.query(`INSERT INTO "WebhookEndpoint" ("id", "shopId") VALUES ('platform', NULL)`)
    const ofA = within(ofShop('shop-a'))
    const { rows } = await ofA.query(`SELECT "id" FROM "WebhookEndpoint" WHERE "owner" = ''`)
    expect(rows).toEqual([{ id: 'platform' }])
    const change = ofA.query(`UPDATE "WebhookEndpoint" SET "url" = 'https://x.example' WHERE "owner" = ''`)
    await expect(change).resolves.toMatchObject({ rowCount: 0 })
    expect(await forgetful.query(`SELECT FROM "WebhookEndpoint"`)).toMatchObject({ rowCount: 0 })
    await owner.query(`DELETE FROM "WebhookEndpoint" WHERE "id" = 'platform'`)
  })
})

describe('a connection forgets whose rows it could touch', () => {
  const touch = `SELECT pg_backend_pid() AS "pid", (SELECT count(*) FROM "AfterSale") AS "cases"`
  type Touched = { pid: number; cases: number }

  test.each<[string, () => Promise<unknown>]>([
    ['that was committed', () => inTransaction(EVERYWHERE, (tx) => tx.query(touch))],
    ['of one statement', () => within(EVERYWHERE).query(touch)],
    ['that was rolled back', () => inTransaction(EVERYWHERE, (tx) => tx.query('SELECT 1 / 0')).catch(() => {})],
    [
      'of one statement that failed',
      () =>
        within(EVERYWHERE)
          .query('SELECT 1 / 0')
          .catch(() => {}),
    ],
  ])('with a transaction %s', async (_, transaction) => {
    const before = await forgetful.query<Touched>(touch)
    await transaction()
    expect(pool().totalCount).toBe(1)
    expect(await forgetful.query<Touched>(touch)).toEqual(before)
    expect(before.rows[0]?.cases).toBe(0)
  })

  test('a statement that failed leaves nothing behind', async () => {
    await expect(within(EVERYWHERE).query('SELECT 1 / 0')).rejects.toThrow('division by zero')
    expect((await within(EVERYWHERE).query(touch)).rowCount).toBe(1)
  })
})
