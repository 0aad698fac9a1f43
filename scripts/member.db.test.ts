import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { authenticate } from '@/lib/auth/authenticate'
import { isTwoStepOn } from '@/lib/two-step/queries'
import { database } from '@/tests/support/access'
import { useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { changesOf, hire } from '@/tests/support/staff'
import { turnOn } from '@/tests/support/two-step'

const { url } = useDatabase()
useBrowser()

const run = promisify(execFile)
type Said = { code: number; out: string; err: string }

/** The command line as somebody types it, in a process of its own. */
async function member(...args: string[]): Promise<Said> {
  const env = { ...process.env, DATABASE_URL: url() }
  try {
    const { stdout, stderr } = await run(process.execPath, ['--import', 'tsx', 'scripts/member.ts', ...args], { env })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = Object(error)
    return { code, out: String(stdout), err: String(stderr) }
  }
}

const STRANGER = { address: '192.0.2.1', laneOf: () => null }

beforeAll(async () => {
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ('nanzhi', '南栀织物')`)
})

test('the first manager is let in, and stays until there is another', async () => {
  const zhou = ['--shop', 'nanzhi', '--email', 'Zhou@Example.com']
  const added = await member('add', ...zhou, '--role', 'MANAGER', '--name', '周宁')
  const password = /shown only now: (\S+)/.exec(added.out)?.[1]
  expect(await authenticate({ email: 'zhou@example.com', password }, STRANGER)).toMatchObject({ ok: true })
  const removed = await member('remove', ...zhou)
  expect(removed).toMatchObject({ code: 1, err: 'They are the shop’s only manager: add another one first.\n' })
  await member('add', '--shop', 'nanzhi', '--email', 'chen@example.com', '--role', 'MANAGER', '--name', '陈栀')
  expect((await member('remove', ...zhou)).out).toBe('zhou@example.com has no access to nanzhi any more.\n')
  expect((await changesOf('nanzhi')).map(({ kind }) => kind)).toEqual([
    'MemberJoined',
    'MemberJoined',
    'MemberDeactivated',
  ])
}, 60_000)

test('a second step is taken off for somebody who has lost it', async () => {
  const { userId, email } = await hire({ nanzhi: 'MANAGER' })
  await turnOn(userId)
  expect((await member('two-step-off', '--email', email)).out).toContain('with the password alone from now on')
  expect(await isTwoStepOn(userId)).toBe(false)
  expect((await member('two-step-off', '--email', email)).out).toBe(`${email} has no second step.\n`)
}, 60_000)

test('a faulty command shows how it goes', async () => {
  for (const args of [
    ['add', '--shop', 'nanzhi', '--role', 'BOSS', '--email', 'x@example.com', '--name', 'x'],
    ['add', '--shop', 'nanzhi', '--role', 'AGENT', '--email', 'nobody', '--name', 'x'],
    ['remove', '--shop', 'nanzhi'],
    ['invite'],
  ])
    expect(await member(...args)).toMatchObject({ code: 1, err: expect.stringContaining('npm run member -- add') })
}, 60_000)
