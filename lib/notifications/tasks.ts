import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { NOTICES_KEPT_MS } from './mail-policy'
import { takeMail } from './postman'
import { purgeNotices, reviveMail } from './tidy-store'

const readerSchema = z.object({ userId: z.string() })

/**
 * The jobs of notices. A job that returns has handed its letters over to the postman, or found none; one that throws has
 * met a defect or lost the database, and the queue repeats it.
 */
export const noticeTasks: TaskList = {
  mailNotices: async (payload) => takeMail(readerSchema.parse(payload).userId),
  reviveMail: async () => reviveMail(),
  purgeNotices: async () => purgeNotices(NOTICES_KEPT_MS),
}

export const NOTICE_CRONTAB = '* * * * * reviveMail\n47 * * * * purgeNotices'
