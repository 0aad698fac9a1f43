import { logger } from '@/lib/logger'

/** What the system and PostgreSQL call it: 08 and 57P01 to 57P03 of the SQLSTATE are the server's own words. */
const CODES = /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|08...|57P0[123])$/
/** And `pg`, which has no codes for it. */
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** Whether an error says that the database cannot be heard: nothing of ours is wrong, and it will be back. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  return (typeof code === 'string' && CODES.test(code)) || WORDS.test(error.message)
}

/**
 * Keeps this process alive when the job runner loses the database while it writes down what became of a job: it waits for
 * nobody there, so that the failure is nobody's, and ends the process. The job is missed by what looks for lost ones every
 * minute. What else nobody waits for stays the defect that it is. Returns how to stop.
 */
export function surviveLostConnections(): () => void {
  const hear = (error: unknown) => {
    if (isConnectionLost(error)) logger().warn({ err: error }, 'the database was lost while a job was finished')
    // alone here, this is what the process would have done
    else if (process.listenerCount('unhandledRejection') === 1) throw error
  }
  process.on('unhandledRejection', hear)
  return () => void process.off('unhandledRejection', hear)
}
