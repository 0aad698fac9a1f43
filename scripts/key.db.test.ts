import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { authenticateKey } from '@/lib/auth/api-keys'
import { database } from '@/tests/support/access'
import { HOUR } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

const { url } = useDatabase()

const run = promisify(execFile)
type Said = { code: number; out: string; err: string }

/** The command line as somebody types it, in a process of its own. */
async function key(...args: string[]): Promise<Said> {
  const env = { ...process.env, DATABASE_URL: url() }
  try {
    const { stdout, stderr } = await run(process.execPath, ['--import', 'tsx', 'scripts/key.ts', ...args], { env })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = Object(error)
    return { code, out: String(stdout), err: String(stderr) }
  }
}

const tokenOf = ({ out }: Said) => /^ak_\w+_[\w-]{43}$/m.exec(out)?.[0] ?? ''

beforeAll(async () => {
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ('nanzhi', '南栀织物')`)
})

test('a shop’s key from its making to its end', async () => {
  const made = await key('create', '--shop', 'nanzhi', '--role', 'MANAGER', '聚水潭 ERP')
  const token = tokenOf(made)
  const prefix = token.slice(0, 16)
  expect(await authenticateKey(token)).toMatchObject({ shopId: 'nanzhi', role: 'MANAGER' })

  const before = Date.now()
  const rotated = await key('rotate', prefix, '--overlap', '1h')
  const successor = tokenOf(rotated)
  const until = Date.parse(/works until (\S+Z)\./.exec(rotated.out)?.[1] ?? '')
  expect(until).toBeGreaterThanOrEqual(before + HOUR)
  expect(await authenticateKey(successor)).toMatchObject({ shopId: 'nanzhi', role: 'MANAGER' })
  expect(await authenticateKey(token)).not.toBeNull()

  const listed = await key('list', '--shop', 'nanzhi')
  expect(listed.out.trim().split('\n')).toEqual([
    expect.stringMatching(new RegExp(`^${successor.slice(0, 16)} +nanzhi MANAGER +聚水潭 ERP +created .* valid$`)),
    expect.stringMatching(new RegExp(`^${prefix} .*expires .*, replaced by ${successor.slice(0, 16)}$`)),
  ])
  expect(listed.out).not.toContain(token)

  // the whole key, found where it should not lie, will do
  expect((await key('revoke', token)).out).toBe(`${prefix} (聚水潭 ERP) opens nothing any more.\n`)
  expect(await authenticateKey(token)).toBeNull()
  expect(await authenticateKey(successor)).not.toBeNull()
  const again = await key('revoke', prefix)
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('was revoked') })
})

describe('what cannot be done is said in a sentence', () => {
  test('a key must be the only one that begins so', async () => {
    await key('create', '--platform', 'one')
    await key('create', '--platform', 'two')
    const several = await key('rotate', 'ak_platform_')
    expect(several).toMatchObject({ code: 1, err: expect.stringMatching(/^2 keys begin with ak_platform_:/) })
    expect(await key('revoke', 'ak_none')).toMatchObject({ code: 1, err: 'No key begins with ak_none.\n' })
  })

  test('a faulty command shows how it goes', async () => {
    for (const args of [
      ['create', '--shop', 'nanzhi', '--role', 'BOSS', 'x'],
      ['create', '--platform', 'x'.repeat(65)],
      ['rotate', 'ak_shop_', '--overlap', '2h'],
    ])
      expect(await key(...args)).toMatchObject({
        code: 1,
        err: expect.stringContaining('npm run key -- rotate <prefix>'),
      })
  })
})
