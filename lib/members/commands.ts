import { z } from 'zod'
import { identifier, line, text } from '@/lib/text'
import { EMAIL_MAX, MEMBER_ROLES, PERSON_NAME_MAX } from './domain/member'

export const personNameSchema = line({ max: PERSON_NAME_MAX })

/** As it is stored: in lower case. */
export const emailSchema = text({ max: EMAIL_MAX })
  .transform((address) => address.toLowerCase())
  .pipe(z.email())

const roleSchema = z.enum(MEMBER_ROLES)

export const invitationSchema = z.strictObject({ shopId: identifier(), email: emailSchema, role: roleSchema })

/** One that there is already: to withdraw it, or to put another link in its place. */
export const invitationIdSchema = z.strictObject({ shopId: identifier(), id: z.uuid() })

export const roleChangeSchema = z.strictObject({ shopId: identifier(), userId: identifier(), role: roleSchema })

export const memberIdSchema = z.strictObject({ shopId: identifier(), userId: identifier() })
