import { z } from 'zod'
import { loadCaseFacts } from '@/lib/after-sales/api-queries'
import { handleApplication } from '@/lib/after-sales/handle-command'
import { readEvents, readMessages } from '@/lib/after-sales/log-queries'
import { scopeOfKey } from '@/lib/auth/api-keys'
import { admitPlatformTo, nameIn } from './admission'
import { toAfterSaleJson } from './after-sale-json'
import { afterSaleSchema, eventSchema, messageSchema } from './after-sale-schema'
import { answer } from './answer'
import { applicationBody } from './application-body'
import { answerHandled } from './case-answer'
import { reading, writing } from './endpoint'
import { toEventJson, toMessageJson } from './events-json'
import type { Operation } from './operation'
import { logQuery, toPage } from './page'
import { notFound } from './problem'
import { readerOf } from './reader'
import { pageOf } from './schema-parts'

type CaseParams = { no: string }

/** `POST /after-sales` */
export const openCase: Operation<unknown> = writing({
  summary: 'Apply for a refund, a return or a service',
  description:
    'For the buyer. A line of an order is occupied by one case at a time (R0.8). A service opens `IN_SERVICE`, and the merchant cannot reject it: an exchange or a repair while the period of every line runs (R3.2), the others at any time (R3.4).',
  answer: afterSaleSchema,
  status: 201,
  admit: ({ key }, body) => admitPlatformTo(key, nameIn(body, 'orderNo')),
  body: applicationBody,
  async run(tx, { key, request, body }) {
    const handled = await handleApplication(tx, { scope: scopeOfKey(key), application: body })
    return answerHandled(tx, handled, { key, request, status: 201 })
  },
})

/** `GET /after-sales/{no}` */
export const getCase: Operation<CaseParams> = reading({
  summary: 'One case',
  description: 'As the side of the key sees it; a deadline that is over has been settled first (R0.3).',
  answer: afterSaleSchema,
  query: z.strictObject({}),
  async run({ key, params, request }) {
    const facts = await loadCaseFacts(scopeOfKey(key), params.no)
    return facts ? answer(200, toAfterSaleJson(facts, readerOf(key, request))) : notFound()
  },
})

/** `GET /after-sales/{no}/events` */
export const listEvents: Operation<CaseParams> = reading({
  summary: 'What happened to a case, newest first',
  answer: pageOf(eventSchema),
  query: logQuery,
  async run({ key, params: { no }, query: { limit, cursor } }) {
    const scope = scopeOfKey(key)
    if (!(await loadCaseFacts(scope, no))) return notFound()
    const rows = await readEvents(scope, { no, before: cursor?.[1] ?? null, limit: limit + 1 })
    return answer(200, toPage(rows, limit, { json: toEventJson, cursor: ({ seq }) => ['seq', seq] }))
  },
})

/** `GET /after-sales/{no}/messages` */
export const listMessages: Operation<CaseParams> = reading({
  summary: 'The conversation of a case, newest first',
  answer: pageOf(messageSchema),
  query: logQuery,
  async run({ key, params: { no }, query: { limit, cursor } }) {
    const scope = scopeOfKey(key)
    if (!(await loadCaseFacts(scope, no))) return notFound()
    const rows = await readMessages(scope, { no, before: cursor?.[1] ?? null, limit: limit + 1 })
    return answer(200, toPage(rows, limit, { json: toMessageJson, cursor: ({ seq }) => ['seq', seq] }))
  },
})
