import { z } from 'zod'

const typed = z.string().max(1000)

/** What changes one's own second step is asked for again, although one is signed in. */
export const provedSchema = z.object({ password: typed, code: typed })
export type Proved = z.infer<typeof provedSchema>
export const beginSchema = z.object({ password: typed })
export type BeginTwoStep = z.infer<typeof beginSchema>
export const confirmSchema = z.object({ code: typed })
export type ConfirmTwoStep = z.infer<typeof confirmSchema>
