import { type DestinationStream, type Logger, pino } from 'pino'
import { env } from '@/lib/env'
import { givenSecrets } from '@/lib/given-secrets'
import { processWide } from '@/lib/process-wide'
import { redactLine } from '@/lib/redact-line'

/** The log of this process: one JSON object a line on standard output, without what opens a door or tells of a person. */
export function logger(): Logger {
  return processWide('logger', () => createLogger())
}

/** `to`: somewhere else than standard output. */
export function createLogger(to: DestinationStream = standardOutput()): Logger {
  const options = {
    level: env().LOG_LEVEL ?? (env().NODE_ENV === 'test' ? 'silent' : 'info'),
    base: { name: 'afterdesk', pid: process.pid },
    hooks: { streamWrite: (line: string) => redactLine(line, givenSecrets(env())) },
  }
  return pino(options, to)
}

/**
 * Node's own stream: pino's tries for ever to write its last lines to a reader that is gone, and the process would not end.
 * That nobody reads the log any more must not end the process either.
 */
function standardOutput(): DestinationStream {
  return processWide('standard output', () => process.stdout.on('error', () => undefined))
}
