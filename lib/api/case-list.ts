import { z } from 'zod'
import { type CaseKey, type CaseOrder, loadCasePage } from '@/lib/after-sales/api-queries'
import { AFTER_SALE_TYPES, STATUSES, WAITING_PARTIES } from '@/lib/after-sales/domain/after-sale'
import type { CaseFacts } from '@/lib/after-sales/facts-queries'
import { scopeOfKey } from '@/lib/auth/api-keys'
import { identifier } from '@/lib/text'
import { toAfterSaleJson } from './after-sale-json'
import { afterSaleSchema } from './after-sale-schema'
import { answer } from './answer'
import { cursorOf } from './cursor'
import { reading } from './endpoint'
import type { Operation } from './operation'
import { limitSchema, toPage } from './page'
import { readerOf } from './reader'
import { pageOf } from './schema-parts'

const LAST_INSTANT = 253_402_300_799_999

const cursorSchema = cursorOf(
  z.union([
    z.tuple([z.literal('newest'), z.int().min(0).max(LAST_INSTANT), identifier()]),
    z.tuple([z.literal('dueAt'), z.int().min(0).max(LAST_INSTANT).nullable(), identifier()]),
  ]),
)

export const caseListQuery = z
  .strictObject({
    shopId: identifier().optional(),
    status: z.enum(STATUSES).optional(),
    waitingOn: z.enum(WAITING_PARTIES).optional(),
    type: z.enum(AFTER_SALE_TYPES).optional(),
    orderNo: identifier().optional(),
    sort: z.literal('dueAt').optional(),
    limit: limitSchema,
    cursor: cursorSchema.optional(),
  })
  .refine(({ sort, cursor }) => !cursor || cursor[0] === (sort ?? 'newest'), {
    error: 'is not a cursor of this list in this order',
    path: ['cursor'],
    params: { code: 'invalidCursor' },
  })

/** `GET /after-sales` */
export const listCases: Operation<unknown> = reading({
  summary: 'Cases, newest first',
  description: 'With `sort=dueAt`: running clocks first, soonest first. A shop key sees its own shop.',
  answer: pageOf(afterSaleSchema),
  query: caseListQuery,
  async run({ key, request, query }) {
    const { sort, limit, cursor, ...filters } = query
    const order: CaseOrder = sort ?? 'newest'
    const after: CaseKey | null = cursor ? { at: cursor[1], no: cursor[2] } : null
    const rows = await loadCasePage(scopeOfKey(key), { filters, order, limit: limit + 1, after })
    const reader = readerOf(key, request)
    return answer(
      200,
      toPage(rows, limit, { json: (facts) => toAfterSaleJson(facts, reader), cursor: (last) => keysOf(last, order) }),
    )
  },
})

function keysOf({ state }: CaseFacts, order: CaseOrder): [string, number | null, string] {
  return [order, order === 'dueAt' ? (state.deadline?.dueAt ?? null) : state.openedAt, state.no]
}
