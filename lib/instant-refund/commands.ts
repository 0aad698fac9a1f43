import { z } from 'zod'
import { identifier } from '@/lib/text'

/** What a manager's screen sends. `seen`: whether it showed it as on. */
export const switchSchema = z.strictObject({ shopId: identifier(), enabled: z.boolean(), seen: z.boolean() })
