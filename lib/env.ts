import { resolve } from 'node:path'
import { z } from 'zod'
import { findOpenAddress, findWeakSecrets } from '@/lib/given-secrets'
import { OperatorError } from '@/lib/operator-error'
import { processWide } from '@/lib/process-wide'

/** Everything the process may be told from outside, by the names it is told with. */
export type Env = z.infer<typeof schema>

/** What is wrong with the environment, one sentence for each variable. */
export class EnvError extends OperatorError {
  override name = 'EnvError'
}

const flag = (name: string) =>
  z
    .enum(['0', '1'], { error: `${name} must be 1 (on) or 0 (off)` })
    .default('0')
    .transform((value) => value === '1')

const integer = (name: string, from: number, to: number, fallback: number) => {
  const error = `${name} must be a whole number from ${from} to ${to}`
  return z.coerce.number({ error }).int(error).min(from, error).max(to, error).default(fallback)
}

const webAddress = (name: string) =>
  z.url({ protocol: /^https?$/, error: `${name} must be a web address such as https://desk.example.com` }).optional()

// one that cannot be read is not shown in the complaint of who reads it: it holds a password
const databaseAddress = (name: string) =>
  z
    .string()
    .refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value.replace('@/', '@socket/')), {
      error: `${name} must look like postgresql://user:password@host:5432/database`,
    })
    .optional()

const smtpAddress = (name: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname !== '',
      {
        error: `${name} must look like smtp://user:password@mail.example.com:587, or smtps://… for TLS from the start`,
      },
    )
    .optional()

const sender = (name: string) =>
  z
    .string()
    .regex(/^([^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: `${name} must be an address such as desk@example.com, or Afterdesk <desk@example.com>`,
    })
    .optional()

const secret = (name: string) =>
  z.string().min(32, `${name} must be at least 32 characters long; \`openssl rand -hex 32\` makes one`).optional()

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).catch('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: integer('PORT', 0, 65535, 3000),
  DATABASE_URL: databaseAddress('DATABASE_URL'),
  AFTERDESK_OWNER_URL: databaseAddress('AFTERDESK_OWNER_URL'),
  AFTERDESK_POOL_MAX: integer('AFTERDESK_POOL_MAX', 2, 500, 10),
  AFTERDESK_DATA_DIR: z
    .string()
    .default('.data')
    .transform((dir) => resolve(dir)),
  AFTERDESK_PLATFORM_KEY: secret('AFTERDESK_PLATFORM_KEY'),
  AFTERDESK_RATE_LIMIT_PLATFORM: integer('AFTERDESK_RATE_LIMIT_PLATFORM', 0, 1_000_000, 6000),
  AFTERDESK_RATE_LIMIT_SHOP: integer('AFTERDESK_RATE_LIMIT_SHOP', 0, 1_000_000, 600),
  AFTERDESK_SANDBOX: flag('AFTERDESK_SANDBOX'),
  AFTERDESK_SANDBOX_ALLOW: flag('AFTERDESK_SANDBOX_ALLOW'),
  AFTERDESK_SECRET: secret('AFTERDESK_SECRET'),
  AFTERDESK_URL: webAddress('AFTERDESK_URL'),
  AFTERDESK_PAYMENT_URL: webAddress('AFTERDESK_PAYMENT_URL'),
  AFTERDESK_PAYMENT_SECRET: secret('AFTERDESK_PAYMENT_SECRET'),
  AFTERDESK_SMTP_URL: smtpAddress('AFTERDESK_SMTP_URL'),
  AFTERDESK_MAIL_FROM: sender('AFTERDESK_MAIL_FROM'),
  AFTERDESK_WEBHOOK_ALLOW_PRIVATE: flag('AFTERDESK_WEBHOOK_ALLOW_PRIVATE'),
  AFTERDESK_FILES: z
    .enum(['disk', 's3'], { error: 'AFTERDESK_FILES must be disk (in AFTERDESK_DATA_DIR) or s3' })
    .default('disk'),
  AFTERDESK_S3_BUCKET: z.string().optional(),
  AFTERDESK_S3_REGION: z.string().optional(),
  AFTERDESK_S3_ENDPOINT: webAddress('AFTERDESK_S3_ENDPOINT'),
  AFTERDESK_S3_ACCESS_KEY_ID: z.string().optional(),
  AFTERDESK_S3_SECRET_ACCESS_KEY: z.string().optional(),
  AFTERDESK_WORKER: z
    .enum(['inside', 'outside'], {
      error: 'AFTERDESK_WORKER must be inside (this process also sweeps) or outside (`npm run worker` does)',
    })
    .default('inside'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent',
    })
    .optional(),
})

/** Checks the given variables; an empty value counts as none. Throws EnvError. */
export function parseEnv(variables: Record<string, string | undefined>, embedded: boolean): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new EnvError(parsed.error.issues.map((issue) => `${issue.message}.`).join('\n'))
  const faults = findContradictions(parsed.data, embedded)
  if (faults.length > 0) throw new EnvError(faults.join('\n'))
  return parsed.data
}

function findContradictions(env: Env, embedded: boolean): string[] {
  const faults: string[] = []
  const foreignDatabase = env.DATABASE_URL !== undefined && !embedded
  if (env.AFTERDESK_SANDBOX && foreignDatabase && !env.AFTERDESK_SANDBOX_ALLOW) {
    faults.push(
      'AFTERDESK_SANDBOX=1 moves the clock and hands out keys, so it is refused together with DATABASE_URL: ' +
        'leave one of them out, or set AFTERDESK_SANDBOX_ALLOW=1 if that database holds nothing real.',
    )
  }
  if (env.AFTERDESK_OWNER_URL !== undefined && env.DATABASE_URL === undefined)
    faults.push('AFTERDESK_OWNER_URL needs DATABASE_URL: the one migrates the database that the other works on.')
  if (env.AFTERDESK_WORKER === 'outside' && env.DATABASE_URL === undefined && !embedded) {
    faults.push(
      'AFTERDESK_WORKER=outside needs a DATABASE_URL that `npm run worker` can reach too: without one nothing would sweep or pay.',
    )
  }
  if (env.NODE_ENV === 'production' && foreignDatabase && env.AFTERDESK_SECRET === undefined) {
    faults.push(
      'AFTERDESK_SECRET is missing: with a DATABASE_URL every process must sign sessions and seal secrets with the same ' +
        'one, of at least 32 characters; `openssl rand -hex 32` makes one.',
    )
  }
  if ((env.AFTERDESK_PAYMENT_URL === undefined) !== (env.AFTERDESK_PAYMENT_SECRET === undefined)) {
    faults.push('AFTERDESK_PAYMENT_URL and AFTERDESK_PAYMENT_SECRET belong together: set both or neither.')
  }
  faults.push(...findMailContradictions(env), ...findStorageContradictions(env))
  // where nothing is real, nothing can be stolen: the sandbox and the database that comes along take any
  if (env.NODE_ENV === 'production' && foreignDatabase && !env.AFTERDESK_SANDBOX)
    faults.push(...findWeakSecrets(env), ...findOpenAddress(env))
  return faults
}

function findMailContradictions(env: Env): string[] {
  const faults: string[] = []
  if ((env.AFTERDESK_SMTP_URL === undefined) !== (env.AFTERDESK_MAIL_FROM === undefined))
    faults.push('AFTERDESK_SMTP_URL and AFTERDESK_MAIL_FROM belong together: set both or neither.')
  if (env.AFTERDESK_SMTP_URL !== undefined && env.AFTERDESK_URL === undefined)
    faults.push('AFTERDESK_SMTP_URL needs AFTERDESK_URL: letters lead into the desk, and have to say where it is.')
  return faults
}

function findStorageContradictions(env: Env): string[] {
  const faults: string[] = []
  if (env.AFTERDESK_FILES === 's3' && (env.AFTERDESK_S3_BUCKET === undefined || env.AFTERDESK_S3_REGION === undefined))
    faults.push('AFTERDESK_FILES=s3 needs AFTERDESK_S3_BUCKET and AFTERDESK_S3_REGION.')
  if ((env.AFTERDESK_S3_ACCESS_KEY_ID === undefined) !== (env.AFTERDESK_S3_SECRET_ACCESS_KEY === undefined))
    faults.push(
      'AFTERDESK_S3_ACCESS_KEY_ID and AFTERDESK_S3_SECRET_ACCESS_KEY belong together: set both, or neither for the role of the machine.',
    )
  if (env.AFTERDESK_FILES === 'disk' && env.AFTERDESK_S3_BUCKET !== undefined)
    faults.push(
      'AFTERDESK_S3_BUCKET is set, but files go to the disk: set AFTERDESK_FILES=s3, or leave the bucket out.',
    )
  return faults
}

const known = () => processWide('env', (): { env?: Env; embedded: boolean } => ({ embedded: false }))

/** The environment of this process, checked once. Throws EnvError. */
export function env(): Env {
  const state = known()
  state.env ??= parseEnv(process.env, state.embedded)
  return state.env
}

/** Makes the next `env()` look again: for whoever changes process.env, which is the start of a server and tests. */
export function forgetEnv(): void {
  known().env = undefined
}

/** Where the owner of the tables logs in: for migrations alone. Undefined while there is no database. */
export function ownerUrl(): string | undefined {
  return env().AFTERDESK_OWNER_URL ?? env().DATABASE_URL
}

/** Whether the database is the one that this process brought along, not one that DATABASE_URL named. */
export function isDatabaseEmbedded(): boolean {
  return known().embedded
}

/** From here on this process uses the database that it brought along. */
export function adoptEmbeddedDatabase({ url, appUrl }: { url: string; appUrl: string }): void {
  Object.assign(process.env, { DATABASE_URL: appUrl, AFTERDESK_OWNER_URL: url })
  known().embedded = true
  forgetEnv()
}
