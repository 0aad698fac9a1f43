import { z } from 'zod'
import type { OperationForm } from '@/lib/api/operation'
import { identifier } from '@/lib/text'
import type { Place } from './describe-operation'
import type { OperationNote } from './note'

const MEANINGS: Record<string, string> = {
  shopId: 'The shop, by the id that the platform gave it',
  orderNo: 'The order, by the number that the platform gave it',
  deliveryId: 'The delivery’s id',
}

const NUMBERS: { readonly [T in OperationNote['tag']]?: string } = {
  Refunds: 'The refund’s number',
  Files: 'The file’s id',
  Webhooks: 'The endpoint’s id',
}

const idempotencyKey = z
  .string()
  .regex(/^[\x20-\x7e]{1,255}$/)
  .optional()
  .meta({
    description: 'Your name for this request: a repeat gets the first answer and has no second effect. Kept for 7 days',
    examples: ['5f1d7a8e-3c1b-4a53-9f0e-2f7d5c8a41b6'],
    param: { id: 'IdempotencyKey', name: 'Idempotency-Key', in: 'header' },
  })

const acceptLanguage = z
  .string()
  .optional()
  .meta({
    description: 'The language of sentences in the answer: `zh-CN` (default) or `en`',
    examples: ['en'],
    param: { id: 'AcceptLanguage', name: 'Accept-Language', in: 'header' },
  })

/** What the path names, what the query may hold, and the headers that count. */
export function describeParameters({ path, method }: Place, form: OperationForm, { localized, tag }: OperationNote) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const headers = [...(method === 'POST' ? [idempotencyKey] : []), ...(localized ? [acceptLanguage] : [])]
  const named = z.object(Object.fromEntries(names.map((name) => [name, pathParameter(name, tag)])))
  return {
    ...(headers.length > 0 ? { parameters: headers } : {}),
    requestParams: {
      ...(names.length > 0 ? { path: named } : {}),
      ...(form.query ? { query: objectOf(form.query) } : {}),
    },
  }
}

function pathParameter(name: string, tag: OperationNote['tag']) {
  const description = MEANINGS[name] ?? NUMBERS[tag] ?? 'The case’s number'
  return identifier().meta({ description })
}

function objectOf(query: z.ZodType): z.ZodObject {
  if (query instanceof z.ZodObject) return query
  throw new Error('the query of an operation is an object of parameters')
}
