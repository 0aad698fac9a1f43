import { z } from 'zod'

/** What is typed, as it is typed: a password is not trimmed. */
const typed = z.string().max(1000)

export const newPasswordSchema = z.object({ current: typed, next: typed })
export type NewPassword = z.infer<typeof newPasswordSchema>
export const endSessionsSchema = z.object({ password: typed })
export type EndSessions = z.infer<typeof endSessionsSchema>
