import { z } from 'zod'
import { loadCaseFacts } from '@/lib/after-sales/api-queries'
import { applicationSchema } from '@/lib/after-sales/commands'
import { handleApplication } from '@/lib/after-sales/handle-command'
import { readEvents, readMessages } from '@/lib/after-sales/log-queries'
import { scopeOfKey } from '@/lib/auth/api-keys'
import { admitPlatformTo, nameIn } from './admission'
import { toAfterSaleJson } from './after-sale-json'
import { answer } from './answer'
import { answerHandled } from './case-answer'
import { type Handler, reading, writing } from './endpoint'
import { toEventJson, toMessageJson } from './events-json'
import { logQuery, toPage } from './page'
import { notFound } from './problem'
import { readerOf } from './reader'

type CaseParams = { no: string }

/** `POST /after-sales` */
export const openCase: Handler<Record<string, never>> = writing({
  admit: ({ key }, body) => admitPlatformTo(key, nameIn(body, 'orderNo')),
  body: applicationSchema,
  async run(tx, { key, request, body }) {
    const handled = await handleApplication(tx, { scope: scopeOfKey(key), application: body })
    return answerHandled(tx, handled, { key, request, status: 201 })
  },
})

/** `GET /after-sales/{no}` */
export const getCase: Handler<CaseParams> = reading({
  query: z.strictObject({}),
  async run({ key, params, request }) {
    const facts = await loadCaseFacts(scopeOfKey(key), params.no)
    return facts ? answer(200, toAfterSaleJson(facts, readerOf(key, request))) : notFound()
  },
})

/** `GET /after-sales/{no}/events` */
export const listEvents: Handler<CaseParams> = reading({
  query: logQuery,
  async run({ key, params: { no }, query: { limit, cursor } }) {
    const scope = scopeOfKey(key)
    if (!(await loadCaseFacts(scope, no))) return notFound()
    const rows = await readEvents(scope, { no, before: cursor?.[1] ?? null, limit: limit + 1 })
    return answer(200, toPage(rows, limit, { json: toEventJson, cursor: ({ seq }) => ['seq', seq] }))
  },
})

/** `GET /after-sales/{no}/messages` */
export const listMessages: Handler<CaseParams> = reading({
  query: logQuery,
  async run({ key, params: { no }, query: { limit, cursor } }) {
    const scope = scopeOfKey(key)
    if (!(await loadCaseFacts(scope, no))) return notFound()
    const rows = await readMessages(scope, { no, before: cursor?.[1] ?? null, limit: limit + 1 })
    return answer(200, toPage(rows, limit, { json: toMessageJson, cursor: ({ seq }) => ['seq', seq] }))
  },
})
