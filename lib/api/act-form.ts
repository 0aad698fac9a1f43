import type { z } from 'zod'
import type { Command, CommandType } from '@/lib/after-sales/domain/commands'

/** What an act's body says: the command, and what the caller saw last. */
export type ActRequest = { version?: number | undefined; command: Command }
export type ActForm = { type: CommandType; body: z.ZodType<ActRequest>; summary: string; description: string }

export function form<F>(
  type: CommandType,
  summary: string,
  description: string,
  schema: z.ZodType<F>,
  read: (fields: F) => ActRequest,
): ActForm {
  return { type, summary, description, body: schema.transform(read) }
}
