import { z } from 'zod'
import { pool } from '@/lib/db/pool'
import { database } from '@/tests/support/access'
import { listen } from '@/tests/support/statements'
import type { Asked } from './desk'

/** How the database finds what is asked of it. */

/** `begin`: what began its transaction, and with it whose rows it could touch. */
export type Statement = { begin: string; sql: string; params: unknown[] }

type Plan = { 'Node Type': string; 'Relation Name'?: string | undefined; Plans?: Plan[] | undefined }
const planSchema: z.ZodType<Plan> = z.lazy(() =>
  z.object({ 'Node Type': z.string(), 'Relation Name': z.string().optional(), Plans: z.array(planSchema).optional() }),
)
const explained = z.array(z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planSchema })]) }))

/** Everything that is asked of the database while it runs, each statement once. */
export async function recordStatements(run: () => Promise<unknown>): Promise<Statement[]> {
  const { sent } = await listen(run)
  const statements = new Map<string, Statement>()
  const begun = new Map<number, string>()
  for (const { sql, params, connection } of sent) {
    if (/^(BEGIN|COMMIT|ROLLBACK)/.test(sql)) begun.set(connection, sql)
    statements.set(sql, { begin: begun.get(connection) ?? '', sql, params })
  }
  return [...statements.values()].filter(({ sql }) => /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(sql))
}

/** The tables that have at least so many rows. */
export async function listTables(rows: number): Promise<Set<string>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT relname AS "name" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1`,
    [rows],
  )
  return new Set(tables.map(({ name }) => name))
}

/** Which of these tables the statement reads from their first row to their last; and each that it touches. */
export async function readPlan(
  { begin, sql, params }: Statement,
  tables: ReadonlySet<string>,
): Promise<{ scanned: string[]; touched: string[] }> {
  const client = await pool().connect()
  await client.query(begin.startsWith('BEGIN') ? begin : 'BEGIN')
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`, params)
  await client.query('ROLLBACK')
  client.release()
  const nodes = explained.parse(rows).flatMap(({ 'QUERY PLAN': [{ Plan }] }) => nodesOf(Plan))
  const named = nodes.flatMap((node) => ('Relation Name' in node && node['Relation Name'] ? [node] : []))
  const tableOf = (node: Plan) => node['Relation Name'] ?? ''
  return {
    scanned: named.filter((node) => node['Node Type'] === 'Seq Scan' && tables.has(tableOf(node))).map(tableOf),
    touched: named.map(tableOf),
  }
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
}

/** The statements that read a table of at least `rows` rows from end to end, each with whose it is. */
export async function findScans(
  asked: readonly Asked[],
  rows: number,
): Promise<{ explained: number; faults: string[] }> {
  const tables = await listTables(rows)
  const faults: string[] = []
  let explained = 0
  for (const { name, run } of asked) {
    for (const statement of await recordStatements(run)) {
      const { scanned } = await readPlan(statement, tables)
      explained++
      if (scanned.length > 0) faults.push(`${name} reads all of ${scanned.join(', ')}:\n${statement.sql}`)
    }
  }
  return { explained, faults }
}
