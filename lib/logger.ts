import { type DestinationStream, type Logger, pino } from 'pino'
import { env } from '@/lib/env'
import { processWide } from '@/lib/process-wide'

const secrets = ['authorization', 'cookie', 'password', 'secret', 'key', 'apiKey', 'token']

/** What opens something and can be told by its look, wherever it stands: in a sentence, an address, a stack. */
const API_KEY = /(ak_(?:platform|shop)_[\w-]{8})[\w-]{20,}/g
const WEBHOOK_SECRET = /whsec_[\w+/=-]{8,}/g
const INVITATION = /inv_[\w-]{20,}/g

/** The log of this process: one JSON object a line on standard output, without anything that opens a door. */
export function logger(): Logger {
  return processWide('logger', () => createLogger())
}

/** `to`: somewhere else than standard output. */
export function createLogger(to?: DestinationStream): Logger {
  const options = {
    level: env().LOG_LEVEL ?? (env().NODE_ENV === 'test' ? 'silent' : 'info'),
    base: { name: 'afterdesk', pid: process.pid },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]), censor: '[redacted]' },
    hooks: { streamWrite: redactLine },
  }
  return to ? pino(options, to) : pino(options)
}

function redactLine(line: string): string {
  const known = line
    .replace(API_KEY, '$1[redacted]')
    .replace(WEBHOOK_SECRET, 'whsec_[redacted]')
    .replace(INVITATION, 'inv_[redacted]')
  const { AFTERDESK_PLATFORM_KEY: given } = env()
  if (given === undefined) return known
  return [given, JSON.stringify(given).slice(1, -1), encodeURIComponent(given)].reduce(
    (rest, form) => rest.replaceAll(form, '[redacted]'),
    known,
  )
}
