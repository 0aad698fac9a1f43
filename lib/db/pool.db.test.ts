import { describe, expect, test } from 'vitest'
import { database, pool } from '@/lib/db/pool'
import { EVERYWHERE } from '@/lib/db/reach'
import { APP_ROLE } from '@/lib/db/session'
import { inTransaction } from '@/lib/db/transaction'
import { database as owner } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'

useDatabase()

describe('a session', () => {
  test('runs in UTC and names the product', async () => {
    const { rows } = await database.query<{ zone: string; name: string }>(
      `SELECT current_setting('TimeZone') AS zone, current_setting('application_name') AS name`,
    )
    expect(rows).toEqual([{ zone: 'UTC', name: 'afterdesk' }])
  })

  test('reads bigint as a number and instants as dates', async () => {
    const { rows } = await database.query(`SELECT 12345678901::bigint AS fen, '2021-03-25 08:00+08'::timestamptz AS at`)
    expect(rows).toEqual([{ fen: 12345678901, at: new Date('2021-03-25T00:00:00Z') }])
  })

  test('refuses a bigint that a number would round', async () => {
    await expect(database.query('SELECT 9007199254740993::bigint')).rejects.toThrow('does not fit')
  })
})

describe('a transaction', () => {
  test('is committed when the work returns', async () => {
    await createTable('kept')
    const answer = await inTransaction(EVERYWHERE, async (tx) => {
      const { rowCount } = await tx.query('INSERT INTO kept VALUES ($1), ($2)', [1, 2])
      return rowCount
    })
    expect(answer).toBe(2)
    expect((await database.query('SELECT n FROM kept')).rowCount).toBe(2)
  })

  test('is rolled back when the work throws, and the connection serves on', async () => {
    await createTable('dropped')
    const work = inTransaction(EVERYWHERE, async (tx) => {
      await tx.query('INSERT INTO dropped VALUES (1)')
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect((await database.query('SELECT n FROM dropped')).rowCount).toBe(0)
  })

  test('does not pass for committed when a statement failed that nobody minded', async () => {
    await createTable('lost')
    const work = inTransaction(EVERYWHERE, async (tx) => {
      await tx.query('INSERT INTO lost VALUES (1)')
      await tx.query('SELECT 1 / 0').catch(() => undefined)
    })
    await expect(work).rejects.toThrow('not committed: ROLLBACK')
    expect((await database.query('SELECT n FROM lost')).rowCount).toBe(0)
  })

  test('does not put a broken connection back', async () => {
    const work = inTransaction(EVERYWHERE, async (tx) => {
      await tx.query('SELECT pg_terminate_backend(pg_backend_pid())')
    })
    await expect(work).rejects.toThrow()
    expect(pool().totalCount).toBe(0)
    expect((await database.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  test('can be read only', async () => {
    const work = inTransaction(EVERYWHERE, (tx) => tx.query('CREATE TEMP TABLE refused (n int)'), { readOnly: true })
    await expect(work).rejects.toThrow('read-only')
  })
})

test('asks what is prepared by one name for one text, on every connection', async () => {
  const ask = (sql: string) => database.query<{ n: number }>(sql, [1], { prepared: true })
  const [one, two, ...more] = await Promise.all([
    ask('SELECT $1::int + 1 AS n'),
    ask('SELECT $1::int + 2 AS n'),
    ask('SELECT $1::int + 1 AS n'),
  ])
  expect([one.rows, two.rows, more[0]?.rows]).toEqual([[{ n: 2 }], [{ n: 3 }], [{ n: 2 }]])
  expect((await ask('SELECT $1::int + 1 AS n')).rows).toEqual([{ n: 2 }])
})

/** The application owns no tables: the owner makes it one. */
async function createTable(name: string): Promise<void> {
  await owner.query(`CREATE TABLE ${name} (n int); GRANT ALL ON ${name} TO ${APP_ROLE}`)
}
