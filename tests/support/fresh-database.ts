import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { closePool } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'

/** Databases beside the test file's own, with nothing in them. They go when the file is through. */
export function useFreshDatabases(): { create(): Promise<string> } {
  const made: string[] = []
  afterAll(async () => {
    await closePool()
    for (const name of made) await ask(inject('postgresUrl'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
  return {
    create: async () => {
      const name = `fresh_${randomUUID().replaceAll('-', '')}`
      made.push(name)
      await ask(inject('postgresUrl'), `CREATE DATABASE ${name}`)
      const url = new URL(inject('postgresUrl'))
      url.pathname = name
      return url.href
    },
  }
}

/** From here on the product of this process works on that database. */
export async function moveTo(url: string): Promise<void> {
  await closePool()
  Object.assign(process.env, { DATABASE_URL: url, AFTERDESK_OWNER_URL: url })
  forgetEnv()
}

/** One statement on a connection of its own. */
export async function ask<T>(url: string, sql: string, params: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  try {
    return (await client.query(sql, params)).rows as T[]
  } finally {
    await client.end()
  }
}

/** Every table that the catalogue knows of, with every row as text. */
export async function readEverything(url: string): Promise<Record<string, string[]>> {
  const tables = await ask<{ name: string }>(
    url,
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await ask<{ row: string }>(url, `SELECT t::text AS row FROM ${name} t ORDER BY 1`)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}
