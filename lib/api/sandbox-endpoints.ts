import { z } from 'zod'
import { createKey } from '@/lib/auth/api-keys'
import { advanceSchema, isSandbox, moveClock, readClock, settleAll } from '@/lib/sandbox/clock'
import { identifier } from '@/lib/text'
import { admitPlatform, nameIn } from './admission'
import { answer, respond } from './answer'
import { type Handler, reading, writing } from './endpoint'
import { notFound, notPermitted } from './problem'

type NoParams = Record<string, never>

/** `GET /sandbox/clock` */
export const getClock: Handler<NoParams> = inSandbox(
  reading({
    query: z.strictObject({}),
    run: async ({ key }) => (key.kind === 'PLATFORM' ? answer(200, await readClock()) : notPermitted()),
  }),
)

/** `POST /sandbox/clock`: answers once everything that fell due is decided. */
export const postClock: Handler<NoParams> = inSandbox(
  writing({
    admit: async ({ key }) => admitPlatform(key, undefined),
    body: advanceSchema,
    run: async (tx, { body }) => answer(200, await moveClock(tx, body.advanceMs)),
    after: settleAll,
  }),
)

/** `POST /sandbox/shop-keys` */
export const postShopKey: Handler<NoParams> = inSandbox(
  writing({
    admit: async ({ key }, body) => admitPlatform(key, nameIn(body, 'shopId')),
    body: z.strictObject({ shopId: identifier(), role: z.enum(['AGENT', 'MANAGER']) }),
    async run(tx, { body }) {
      const key = await createKey({ name: 'sandbox', ...body }, tx)
      return key === null ? notFound() : answer(200, { key })
    },
  }),
)

/** Outside the sandbox there is no such path. */
function inSandbox<P>(handler: Handler<P>): Handler<P> {
  return async (request, context) =>
    isSandbox() ? handler(request, context) : respond(notFound(), crypto.randomUUID())
}
