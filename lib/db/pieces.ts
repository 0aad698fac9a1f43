import type { Asking, Tx } from '@/lib/db/transaction'

/**
 * One statement put together from pieces that stand in files of their own. All of them see the database as it was before the
 * statement, none what another writes, in no order but what one reads of another; keys are checked at its end.
 */

/** Puts a value among the statement's parameters, and says what it is called there (`$n`). */
export type Bind = (value: unknown) => string

/**
 * `writes`: INSERT, UPDATE or DELETE by name, run whether or not anything reads what they return. `answers`: expressions by
 * name, the columns of the statement's one row; what has an effect without being a write is one, for a SELECT that nobody
 * reads is not run.
 */
export type Parts = { writes?: Record<string, string>; answers?: Record<string, string> }
export type Piece = (bind: Bind) => Parts

/** Runs the pieces in one statement; its answers, null without one where there is no piece. */
export async function runPieces<T>(tx: Tx, pieces: readonly (Piece | null)[], how: Asking = {}): Promise<T | null> {
  const present = pieces.filter((piece) => piece !== null)
  if (present.length === 0) return null
  const params: unknown[] = []
  const parts = present.map((piece) => piece((value) => `$${params.push(value)}`))
  const writes = parts.flatMap((part) => Object.entries(part.writes ?? {}))
  const answers = parts.flatMap((part) => Object.entries(part.answers ?? {}))
  const begun = writes.length > 0 ? `WITH ${writes.map(([name, sql]) => `"${name}" AS (${sql})`).join(',\n')}\n` : ''
  const { rows } = await tx.query<T>(
    `${begun}SELECT ${answers.map(([name, sql]) => `(${sql}) AS "${name}"`).join(',\n')}`,
    params,
    how,
  )
  return rows[0] ?? null
}

/** For SQL: rows that come as JSON, of the table's type. How many there are is told: the planner expects a hundred. */
export function rowsOf(bind: Bind, table: string, rows: readonly object[]): string {
  return `(SELECT * FROM jsonb_populate_recordset(NULL::"${table}", ${bind(JSON.stringify(rows))}) LIMIT ${bind(rows.length)})`
}
