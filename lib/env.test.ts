import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { EnvError, env, forgetEnv, parseEnv } from '@/lib/env'
import { sessionSecret } from '@/lib/secret'

const long = 'x'.repeat(32)
const foreign = { DATABASE_URL: 'postgresql://desk@db.example.com/desk' }

afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
})

test('nothing at all is enough', () => {
  expect(parseEnv({}, false)).toEqual({
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: 3000,
    AFTERDESK_POOL_MAX: 10,
    AFTERDESK_DATA_DIR: resolve('.data'),
    AFTERDESK_RATE_LIMIT_PLATFORM: 6000,
    AFTERDESK_RATE_LIMIT_SHOP: 600,
    AFTERDESK_SANDBOX: false,
    AFTERDESK_SANDBOX_ALLOW: false,
    AFTERDESK_WEBHOOK_ALLOW_PRIVATE: false,
    AFTERDESK_FILES: 'disk',
    AFTERDESK_WORKER: 'inside',
  })
})

test('an empty value counts as none', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: ' ', AFTERDESK_PLATFORM_KEY: '' }, false)).toEqual(parseEnv({}, false))
})

test.each([
  [{ PORT: '80.5' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must look like postgresql://'],
  [{ AFTERDESK_OWNER_URL: 'mysql://x' }, 'AFTERDESK_OWNER_URL must look like postgresql://'],
  [{ AFTERDESK_OWNER_URL: 'postgresql://owner@db.example.com/desk' }, 'AFTERDESK_OWNER_URL needs DATABASE_URL'],
  [{ AFTERDESK_PLATFORM_KEY: 'short' }, 'AFTERDESK_PLATFORM_KEY must be at least 32 characters long'],
  [{ AFTERDESK_RATE_LIMIT_SHOP: '-1' }, 'AFTERDESK_RATE_LIMIT_SHOP must be a whole number from 0 to 1000000.'],
  [{ AFTERDESK_SECRET: 'short' }, 'AFTERDESK_SECRET must be at least 32 characters long'],
  [{ AFTERDESK_SANDBOX: 'yes' }, 'AFTERDESK_SANDBOX must be 1 (on) or 0 (off).'],
  [{ AFTERDESK_URL: 'desk.example.com' }, 'AFTERDESK_URL must be a web address'],
  [{ AFTERDESK_WORKER: 'elsewhere' }, 'AFTERDESK_WORKER must be inside'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug'],
  [{ AFTERDESK_PAYMENT_URL: 'https://pay.example.com' }, 'belong together: set both or neither'],
  [{ AFTERDESK_FILES: 'ftp' }, 'AFTERDESK_FILES must be disk (in AFTERDESK_DATA_DIR) or s3.'],
  [{ AFTERDESK_FILES: 's3' }, 'AFTERDESK_FILES=s3 needs AFTERDESK_S3_BUCKET and AFTERDESK_S3_REGION.'],
  [{ AFTERDESK_FILES: 's3', AFTERDESK_S3_BUCKET: 'desk' }, 'AFTERDESK_FILES=s3 needs AFTERDESK_S3_BUCKET'],
  [{ AFTERDESK_S3_BUCKET: 'desk' }, 'set AFTERDESK_FILES=s3, or leave the bucket out.'],
  [{ AFTERDESK_S3_ACCESS_KEY_ID: 'a' }, 'belong together: set both, or neither for the role of the machine.'],
  [{ AFTERDESK_S3_ENDPOINT: 'minio:9000' }, 'AFTERDESK_S3_ENDPOINT must be a web address'],
  [{ AFTERDESK_SMTP_URL: 'mail.example.com' }, 'AFTERDESK_SMTP_URL must look like smtp://'],
  [{ AFTERDESK_SMTP_URL: 'http://mail.example.com' }, 'AFTERDESK_SMTP_URL must look like smtp://'],
  [{ AFTERDESK_MAIL_FROM: 'the desk' }, 'AFTERDESK_MAIL_FROM must be an address such as desk@example.com'],
  [{ AFTERDESK_MAIL_FROM: 'a@b.c\r\nBcc: x@y.z' }, 'AFTERDESK_MAIL_FROM must be an address'],
  [{ AFTERDESK_SMTP_URL: 'smtp://mail.example.com' }, 'belong together: set both or neither.'],
  [{ AFTERDESK_MAIL_FROM: 'desk@example.com' }, 'belong together: set both or neither.'],
  [
    { AFTERDESK_SMTP_URL: 'smtp://mail.example.com', AFTERDESK_MAIL_FROM: 'Afterdesk <desk@example.com>' },
    'AFTERDESK_SMTP_URL needs AFTERDESK_URL',
  ],
  [
    { DATABASE_URL: 'postgresql://desk:pass/word@db.example.com:54x/desk' },
    'DATABASE_URL must look like postgresql://',
  ],
  [{ ...foreign, NODE_ENV: 'production' }, 'AFTERDESK_SECRET is missing'],
  [{ ...foreign, AFTERDESK_SANDBOX: '1' }, 'set AFTERDESK_SANDBOX_ALLOW=1 if that database holds nothing real'],
])('%o is refused in a sentence', (variables, sentence) => {
  expect(() => parseEnv(variables, false)).toThrow(EnvError)
  expect(() => parseEnv(variables, false)).toThrow(sentence)
})

describe('real work', () => {
  const strong = (first: string) => `${first}4f9c2b7e1d8a6053f7b2c9e4a1d60835`
  const real = { ...foreign, NODE_ENV: 'production', AFTERDESK_SECRET: strong('a') }
  const s3 = { AFTERDESK_FILES: 's3', AFTERDESK_S3_BUCKET: 'desk', AFTERDESK_S3_REGION: 'x' }
  const mail = { AFTERDESK_MAIL_FROM: 'desk@example.com', AFTERDESK_URL: 'https://desk.example.com' }

  test.each([
    [{ AFTERDESK_SECRET: long }, 'AFTERDESK_SECRET repeats itself'],
    [{ AFTERDESK_SECRET: 'my-super-secret-session-key-for-production' }, 'AFTERDESK_SECRET is made of words'],
    [{ AFTERDESK_PLATFORM_KEY: 'a-platform-key-for-the-journeys-only' }, 'AFTERDESK_PLATFORM_KEY is one that this'],
    [{ AFTERDESK_PLATFORM_KEY: strong('a') }, 'AFTERDESK_SECRET and AFTERDESK_PLATFORM_KEY are the same'],
    [
      { AFTERDESK_PAYMENT_URL: 'https://pay.example.com', AFTERDESK_PAYMENT_SECRET: long },
      'AFTERDESK_PAYMENT_SECRET repeats itself',
    ],
    [
      { ...s3, AFTERDESK_S3_ACCESS_KEY_ID: 'a', AFTERDESK_S3_SECRET_ACCESS_KEY: 'minioadmin' },
      'AFTERDESK_S3_SECRET_ACCESS_KEY is shorter than 12',
    ],
    [{ ...mail, AFTERDESK_SMTP_URL: 'smtps://desk:hunter2@mail' }, 'The password in AFTERDESK_SMTP_URL is shorter'],
    [
      { DATABASE_URL: 'postgresql://postgres:postgres@db/desk' },
      'The password in DATABASE_URL is the name of its user',
    ],
    [{ DATABASE_URL: 'postgresql://desk:afterdesk123@db/desk' }, 'The password in DATABASE_URL is made of words'],
    [{ DATABASE_URL: `postgresql://desk:${strong('a')}@db/desk` }, 'AFTERDESK_SECRET and The password in DATABASE_URL'],
    [{ AFTERDESK_URL: 'http://desk.example.com' }, 'AFTERDESK_URL begins with http'],
  ])('%o is refused, and not repeated', (variables, sentence) => {
    const given = { ...real, ...variables }
    expect(() => parseEnv(given, false)).toThrow(sentence)
    for (const [name, value] of Object.entries(variables))
      if (/SECRET|KEY$/.test(name) && value.length > 2) expect(() => parseEnv(given, false)).not.toThrow(value)
    expect(() => parseEnv({ ...given, AFTERDESK_SANDBOX: '1', AFTERDESK_SANDBOX_ALLOW: '1' }, false)).not.toThrow()
    expect(() => parseEnv({ ...given, NODE_ENV: 'test' }, false)).not.toThrow()
    expect(() => parseEnv(given, true)).not.toThrow()
  })

  test.each([
    [{}],
    [{ DATABASE_URL: `postgresql://desk:${strong('b')}@db/desk`, AFTERDESK_PLATFORM_KEY: strong('c') }],
    [{ AFTERDESK_URL: 'https://desk.example.com' }],
    [{ AFTERDESK_URL: 'http://localhost:3000' }],
    [{ AFTERDESK_URL: 'http://127.0.0.1:3000' }],
    [{ DATABASE_URL: 'postgresql:///desk?host=/var/run/postgresql' }],
    [{ DATABASE_URL: 'postgresql://desk@/desk?host=/var/run/postgresql' }],
  ])('%o goes', (variables) => {
    expect(() => parseEnv({ ...real, ...variables }, false)).not.toThrow()
  })
})

test('every fault is told at once', () => {
  expect(() => parseEnv({ PORT: 'http', LOG_LEVEL: 'loud' }, false)).toThrow(/^PORT must .*\.\nLOG_LEVEL must .*\.$/)
})

describe('the sandbox beside a database', () => {
  test('is allowed when told so', () => {
    const variables = { ...foreign, AFTERDESK_SANDBOX: '1', AFTERDESK_SANDBOX_ALLOW: '1' }
    expect(parseEnv(variables, false).AFTERDESK_SANDBOX).toBe(true)
  })

  test('is allowed on the embedded one, which also needs no secret', () => {
    expect(parseEnv({ ...foreign, AFTERDESK_SANDBOX: '1', NODE_ENV: 'production' }, true).AFTERDESK_SANDBOX).toBe(true)
  })
})

test('the process reads its own environment, once', () => {
  vi.stubEnv('PORT', '4000')
  forgetEnv()
  expect(env().PORT).toBe(4000)
  vi.stubEnv('PORT', '5000')
  expect(env().PORT).toBe(4000)
})

describe('the session secret', () => {
  test('is the one that is given', () => {
    vi.stubEnv('AFTERDESK_SECRET', long)
    forgetEnv()
    expect(sessionSecret()).toBe(long)
  })

  test('is else made once and kept where only the owner reads it', () => {
    const dir = mkdtempSync(join(tmpdir(), 'afterdesk-secret-'))
    vi.stubEnv('AFTERDESK_DATA_DIR', join(dir, 'data'))
    forgetEnv()
    const made = sessionSecret()
    expect(made).toMatch(/^[0-9a-f]{64}$/)
    expect(sessionSecret()).toBe(made)
    expect(statSync(join(dir, 'data', 'session-secret')).mode & 0o777).toBe(0o600)
    rmSync(dir, { recursive: true })
  })
})
