import pg from 'pg'
import { z } from 'zod'
import { pool } from '@/lib/db/pool'
import { database } from '@/tests/support/access'

/** How the database finds what is asked of it. */

/** `begin`: what began its transaction, and with it whose rows it could touch. */
export type Statement = { begin: string; sql: string; params: unknown[] }

type Plan = { 'Node Type': string; 'Relation Name'?: string | undefined; Plans?: Plan[] | undefined }
const planSchema: z.ZodType<Plan> = z.lazy(() =>
  z.object({ 'Node Type': z.string(), 'Relation Name': z.string().optional(), Plans: z.array(planSchema).optional() }),
)
const explained = z.array(z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planSchema })]) }))

const sent = z.union([z.string().transform((text) => ({ text })), z.object({ text: z.string() }).loose()])

/** Everything that is asked of the database while it runs, each statement once. */
export async function recordStatements(run: () => Promise<unknown>): Promise<Statement[]> {
  const statements = new Map<string, Statement>()
  const begun = new WeakMap<pg.Client, string>()
  const { query } = pg.Client.prototype
  const listen = function (this: pg.Client, ...args: unknown[]): unknown {
    const found = sent.safeParse(args[0])
    if (found.success) {
      const own = 'values' in found.data ? found.data.values : args[1]
      const sql = found.data.text
      if (/^(BEGIN|COMMIT|ROLLBACK)/.test(sql)) begun.set(this, sql)
      statements.set(sql, { begin: begun.get(this) ?? '', sql, params: Array.isArray(own) ? own : [] })
    }
    return Reflect.apply(query, this, args)
  }
  Object.assign(pg.Client.prototype, { query: listen })
  try {
    await run()
  } finally {
    Object.assign(pg.Client.prototype, { query })
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
