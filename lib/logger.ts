import { type Logger, pino } from 'pino'
import { env } from '@/lib/env'
import { processWide } from '@/lib/process-wide'

const secrets = ['authorization', 'cookie', 'password', 'secret', 'key', 'apiKey', 'token']

/** The log of this process: one JSON object a line on standard output, without anything that opens a door. */
export function logger(): Logger {
  return processWide('logger', () =>
    pino({
      level: env().LOG_LEVEL ?? (env().NODE_ENV === 'test' ? 'silent' : 'info'),
      base: { name: 'afterdesk', pid: process.pid },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]), censor: '[redacted]' },
    }),
  )
}
