import { beforeAll, expect, test } from 'vitest'
import { type Piece, rowsOf, runPieces } from '@/lib/db/pieces'
import { database } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'
import { listen } from '@/tests/support/statements'

useDatabase()
beforeAll(async () => {
  await database.query('CREATE TABLE "Noted" (n int PRIMARY KEY, said text)')
})

const note =
  (name: string, n: number): Piece =>
  (bind) => ({ writes: { [name]: `INSERT INTO "Noted" (n, said) VALUES (${bind(n)}, ${bind(name)})` } })
const noted = async () => (await database.query('SELECT n, said FROM "Noted" ORDER BY n')).rows

test('no piece, no statement', async () => {
  const { sent, result } = await listen(() => runPieces(database, [null, null]))
  expect([sent, result]).toEqual([[], null])
})

test('all of them in one statement, each with its own values, none of which sees what another writes', async () => {
  const count: Piece = (bind) => ({ answers: { before: `SELECT count(*) + ${bind(100)}::int FROM "Noted"` } })
  const { sent, result } = await listen(() => runPieces(database, [note('one', 1), null, count, note('two', 2)]))
  expect(sent).toHaveLength(1)
  expect(result).toEqual({ before: 100 })
  expect(await noted()).toEqual([
    { n: 1, said: 'one' },
    { n: 2, said: 'two' },
  ])
})

test('a failing one undoes the others', async () => {
  await expect(runPieces(database, [note('three', 3), note('again', 1)])).rejects.toThrow('duplicate key')
  expect(await noted()).toHaveLength(2)
})

test('rows come as the table has them, whatever is in them', async () => {
  const said = `'"$1\\ 的`
  const copy: Piece = (bind) => ({
    writes: { copied: `INSERT INTO "Noted" SELECT * FROM ${rowsOf(bind, 'Noted', [{ n: 4, said }, { n: 5 }])} r` },
  })
  await runPieces(database, [copy], { prepared: true })
  expect((await noted()).slice(2)).toEqual([
    { n: 4, said },
    { n: 5, said: null },
  ])
})
