import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkAppLogin } from '@/lib/db/app-login'
import { type EmbeddedPostgres, startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { closePool, database } from '@/lib/db/pool'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { forgetEnv } from '@/lib/env'
import { logger } from '@/lib/logger'
import { chooseBinaries } from '@/tests/support/binaries'

// A server of their own: roles are the server's, and these take some away.
const folder = mkdtempSync(join(tmpdir(), 'afterdesk-login-'))
let server: EmbeddedPostgres
const warn = vi.spyOn(logger(), 'warn')

beforeAll(async () => {
  server = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false, ...chooseBinaries() })
})

afterEach(async () => {
  await closePool()
  warn.mockClear()
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the database that we bring along lets the application in as its role alone, and heals its login', async () => {
  await migrate(server.url)
  await workAs(server.appUrl)
  await checkAppLogin()
  expect(warn).not.toHaveBeenCalled()
  await expect(database.query('SET ROLE postgres')).rejects.toThrow('permission denied to set role')
  await closePool()
  await askAsAdmin('DROP OWNED BY afterdesk_app; DROP ROLE afterdesk_app')
  const again = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false, ...chooseBinaries() })
  expect(again).toMatchObject({ attached: true, appUrl: server.appUrl })
  await migrate(again.url)
  await workAs(again.appUrl)
  await expect(within(ofShop('any')).query('SELECT FROM "AfterSale"')).resolves.toMatchObject({ rowCount: 0 })
})

describe('a database from before row security, whose owner may make no roles', () => {
  const desk = () => addressOf('desk', 'desk')

  beforeAll(async () => {
    await askAsAdmin(`CREATE ROLE desk LOGIN PASSWORD 'secret'`)
    await askAsAdmin('CREATE DATABASE desk OWNER desk')
    await migrate(desk(), copyFormerMigrations())
    await askAsAdmin(`INSERT INTO "Shop" ("id", "name") VALUES ('kept', '南栀织物')`, desk())
    await askAsAdmin('DROP OWNED BY afterdesk_app', addressOf('postgres', 'desk'))
    await askAsAdmin('DROP OWNED BY afterdesk_app; DROP ROLE afterdesk_app')
  })

  test('says which statement an administrator has to run, and works on with what it holds after it', async () => {
    const statement = 'CREATE ROLE afterdesk_app NOLOGIN ROLE desk'
    await expect(migrate(desk())).rejects.toThrow(`An administrator has to run once: ${statement}`)
    await askAsAdmin(statement)
    await migrate(desk())
    await workAs(desk())
    await checkAppLogin()
    expect(warn).toHaveBeenCalledWith({ login: 'desk' }, expect.stringContaining('can leave the role afterdesk_app'))
    expect((await database.query('SELECT "id" FROM "Shop"')).rows).toEqual([])
    expect((await within(ofShop('kept')).query('SELECT "id" FROM "Shop"')).rows).toEqual([{ id: 'kept' }])
  })

  test('is worked on by a login that is the role and nothing more, and migrates nothing', async () => {
    await askAsAdmin(`ALTER ROLE afterdesk_app LOGIN PASSWORD 'secret'`)
    expect(await migrate(addressOf('afterdesk_app', 'desk'))).toEqual([])
    await askAsAdmin('CREATE DATABASE empty')
    await expect(migrate(addressOf('afterdesk_app', 'empty'))).rejects.toThrow('set AFTERDESK_OWNER_URL')
    await workAs(addressOf('afterdesk_app', 'desk'))
    await checkAppLogin()
    expect(warn).not.toHaveBeenCalled()
    expect((await within(ofShop('kept')).query('SELECT "id" FROM "Shop"')).rows).toEqual([{ id: 'kept' }])
  })

  test('a login that may not become the role is told so', async () => {
    await askAsAdmin(`CREATE ROLE stranger LOGIN PASSWORD 'secret'`)
    await workAs(addressOf('stranger', 'desk'))
    await expect(checkAppLogin()).rejects.toThrow('GRANT afterdesk_app TO its login')
  })
})

function copyFormerMigrations(): string {
  const dir = join(folder, 'migrations')
  const ours = join(process.cwd(), 'prisma', 'migrations')
  for (const name of readdirSync(ours))
    if (name < '20261123001700') cpSync(join(ours, name), join(dir, name), { recursive: true })
  return dir
}

function addressOf(login: string, name: string): string {
  const url = new URL(server.url)
  if (login !== 'postgres') Object.assign(url, { username: login, password: 'secret' })
  url.pathname = name
  return url.href
}

async function workAs(url: string): Promise<void> {
  await closePool()
  process.env.DATABASE_URL = url
  forgetEnv()
}

async function askAsAdmin(sql: string, url = server.url): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(sql).finally(() => admin.end())
}
