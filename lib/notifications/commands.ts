import { z } from 'zod'
import { identifier } from '@/lib/text'
import { NOTICE_KINDS } from './domain/notices'

/** What the desk sends of notices. */

export const caseReadSchema = z.strictObject({ no: identifier() })
/** `upTo`: the id of the newest notice that was seen. */
export const allReadSchema = z.strictObject({ upTo: z.int().min(0) })

const kinds = [...NOTICE_KINDS.MERCHANT, ...NOTICE_KINDS.SUPPORT] as const
export const choiceSchema = z.strictObject({
  /** The shop; empty for the platform. */
  owner: z.string().max(64),
  kind: z.enum(kinds),
  email: z.boolean(),
})
