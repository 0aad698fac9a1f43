import { z } from 'zod'
import { createKey } from '@/lib/auth/api-keys'
import { advanceSchema, moveClock, readClock, type SandboxClock, settleAll } from '@/lib/sandbox/clock'
import { identifier } from '@/lib/text'
import { admitPlatform, nameIn } from './admission'
import { answer } from './answer'
import { reading, writing } from './endpoint'
import type { Operation } from './operation'
import { notFound, notPermitted } from './problem'
import { instant } from './schema-parts'

const clockAnswer = z.strictObject({ now: instant, offsetMs: z.int().min(0) }).meta({ id: 'SandboxClock' })

/** `GET /sandbox/clock` */
export const getClock: Operation<unknown> = reading({
  summary: 'What time it is in the sandbox',
  sandboxOnly: true,
  answer: clockAnswer,
  query: z.strictObject({}),
  run: async ({ key }) => (key.kind === 'PLATFORM' ? answer(200, toClockJson(await readClock())) : notPermitted()),
})

/** `POST /sandbox/clock`: answers once everything that fell due is decided. */
export const postClock: Operation<unknown> = writing({
  summary: 'Move the clock forward',
  description: 'Answers once everything that fell due by it is decided.',
  sandboxOnly: true,
  answer: clockAnswer,
  admit: async ({ key }) => admitPlatform(key, undefined),
  body: advanceSchema,
  run: async (tx, { body }) => answer(200, toClockJson(await moveClock(tx, body.advanceMs))),
  after: settleAll,
})

/** `POST /sandbox/shop-keys` */
export const postShopKey: Operation<unknown> = writing({
  summary: 'A key of a shop',
  sandboxOnly: true,
  answer: z.strictObject({ key: z.string() }).meta({ id: 'SandboxShopKey' }),
  admit: async ({ key }, body) => admitPlatform(key, nameIn(body, 'shopId')),
  body: z.strictObject({ shopId: identifier(), role: z.enum(['AGENT', 'MANAGER']) }),
  async run(tx, { body }) {
    const key = await createKey({ name: 'sandbox', ...body }, tx)
    return key === null ? notFound() : answer(200, { key })
  },
})

function toClockJson({ now, offsetMs }: SandboxClock) {
  return { now: now.toISOString(), offsetMs }
}
