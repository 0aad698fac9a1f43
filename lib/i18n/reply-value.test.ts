import { expect, test } from 'vitest'
import { VARIABLES } from '@/lib/quick-replies/domain/variables'
import { type ReplyFacts, replyValue } from './reply-value'

const FACTS: ReplyFacts = {
  no: 'AS1',
  orderNo: 'N1',
  buyerName: '沈**',
  titles: ['围巾', '手套'],
  amountFen: 12800,
  currency: 'CNY',
  dueAt: Date.UTC(2026, 2, 14, 6, 32),
  now: Date.UTC(2026, 2, 12),
  writer: '林晓',
}
const valuesOf = (change: Partial<ReplyFacts>, language: 'zh-CN' | 'en' = 'zh-CN') =>
  VARIABLES.map((variable) => replyValue({ ...FACTS, ...change }, variable, language))

test('what each placeholder stands for, in either language', () => {
  expect(valuesOf({})).toEqual(['沈**', 'AS1', 'N1', '围巾、手套', '¥128.00', '3月14日 14:32', '林晓'])
  expect(valuesOf({}, 'en')).toEqual(['沈**', 'AS1', 'N1', '围巾, 手套', '¥128.00', '14 Mar 14:32', '林晓'])
})

test.each<[string, Partial<ReplyFacts>, number]>([
  ['no amount on what is served', { amountFen: 0 }, 4],
  ['no deadline where no clock runs', { dueAt: null }, 5],
  ['no name while it is not known who writes', { writer: null }, 6],
])('%s', (_, change, place) => {
  expect(valuesOf(change)[place]).toBeNull()
})
