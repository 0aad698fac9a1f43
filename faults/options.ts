import { parseArgs } from 'node:util'
import { z } from 'zod'
import { OperatorError } from '@/lib/operator-error'

/** How a run is to be. */
export type RunOptions = z.infer<typeof schema>

const count = (name: string, from: number, to: number, fallback: number) => {
  const error = `--${name} must be a whole number from ${from} to ${to}.`
  return z.coerce.number({ error }).int(error).min(from, error).max(to, error).default(fallback)
}

const schema = z.strictObject({
  seed: count('seed', 0, 2 ** 31, 8),
  seconds: count('seconds', 5, 24 * 3600, 25),
  webs: count('webs', 1, 16, 3),
  workers: count('workers', 1, 16, 3),
  buyers: count('buyers', 1, 64, 4),
  every: count('every', 100, 600_000, 1800),
})

/** Reads `--seed 8 --seconds 25 --webs 3 --workers 3 --buyers 4 --every 1800`. Throws a sentence for the operator. */
export function parseOptions(args: readonly string[]): RunOptions {
  const names = Object.keys(schema.shape)
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const parsed = schema.safeParse(parseArgs({ args: [...args], options }).values)
    if (parsed.success) return parsed.data
    throw new OperatorError(parsed.error.issues.map(({ message }) => message).join('\n'))
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(error instanceof Error ? error.message : String(error))
  }
}
