import { expect, test } from 'vitest'
import { type LoadedLane, mergeByDue } from '@/components/disputes/list/merge-by-due'
import type { DisputeRow } from '@/lib/disputes/views'
import { type Given, givenOf } from './given'
import { parseTab } from './lanes'

const HOUR = 3_600_000

function row(no: string, dueInHours: number | null = null): DisputeRow {
  const side = { dueAt: 0, done: false, open: true, submissions: 0 }
  return {
    no,
    shop: { id: 'nanzhi', name: '南栀织物' },
    type: 'REFUND_ONLY',
    title: '绗缝床盖',
    buyerName: '林**',
    amountFen: 26_600,
    currency: 'CNY',
    stage: 'EVIDENCE',
    askedForMore: false,
    openedBy: 'BUYER',
    reason: 'OTHER',
    openedAt: 0,
    evidence: { MERCHANT: side, BUYER: side },
    dueAt: dueInHours === null ? null : dueInHours * HOUR,
    underReviewSince: null,
    ruling: null,
    endedAt: null,
    claim: null,
  }
}

const lane = (hasMore: boolean, ...rows: DisputeRow[]): LoadedLane => ({ rows, hasMore })
const nos = (lanes: LoadedLane[]) => mergeByDue(lanes).map(({ no }) => no)

test('lanes of one order become one list, soonest first', () => {
  expect(nos([lane(false, row('a', 1), row('c', 3)), lane(false, row('b', 2), row('d', 4))])).toEqual([...'abcd'])
  expect(nos([lane(false, row('b', 1)), lane(false, row('a', 1))])).toEqual(['a', 'b'])
})

test('a list goes only as far as every lane is loaded', () => {
  expect(nos([lane(true, row('a', 1), row('c', 3)), lane(false, row('b', 2), row('d', 4))])).toEqual([...'abc'])
  expect(nos([lane(true), lane(false, row('b', 2))])).toEqual(['b'])
})

test('one lane alone keeps its own order', () => {
  expect(nos([lane(true, row('z'), row('a'))])).toEqual(['z', 'a'])
})

test.each([
  [null, 'OPEN'],
  ['TO_RULE', 'TO_RULE'],
  ['OVER', 'OVER'],
  ['constructor', 'OPEN'],
])('the tab of %s', (value, tab) => {
  expect(parseTab(value)).toBe(tab)
})

const gave = { dueAt: 0, done: true, open: false, submissions: 2 }
const silent = { dueAt: 0, done: false, open: false, submissions: 0 }
const begun = { ...gave, done: false, open: true }
const asked = { ...silent, open: true }

test.each<[string, DisputeRow['stage'], DisputeRow['evidence'], boolean, Given]>([
  ['both', 'UNDER_REVIEW', { MERCHANT: gave, BUYER: gave }, false, 'both'],
  ['the buyer alone', 'UNDER_REVIEW', { MERCHANT: silent, BUYER: gave }, false, 'onlyBUYER'],
  ['the merchant alone', 'RESOLVED', { MERCHANT: gave, BUYER: silent }, true, 'onlyMERCHANT'],
  ['nobody', 'UNDER_REVIEW', { MERCHANT: silent, BUYER: silent }, false, 'none'],
  ['nobody yet', 'EVIDENCE', { MERCHANT: asked, BUYER: asked }, false, 'waitBoth'],
  ['the buyer, who may go on', 'EVIDENCE', { MERCHANT: asked, BUYER: begun }, false, 'thenMERCHANT'],
  ['the merchant, who is done', 'EVIDENCE', { MERCHANT: gave, BUYER: asked }, false, 'thenBUYER'],
  [
    'a buyer who is done without any',
    'EVIDENCE',
    { MERCHANT: asked, BUYER: { ...silent, done: true } },
    false,
    'waitMERCHANT',
  ],
  ['both, who may go on', 'EVIDENCE', { MERCHANT: begun, BUYER: begun }, false, 'bothGoOn'],
  ['both, the buyer is asked for more', 'EVIDENCE', { MERCHANT: gave, BUYER: begun }, true, 'moreBUYER'],
  ['both, both are asked for more', 'EVIDENCE', { MERCHANT: begun, BUYER: begun }, true, 'moreBoth'],
])('who gave evidence: %s', (_, stage, evidence, askedForMore, given) => {
  expect(givenOf({ stage, evidence, askedForMore })).toBe(given)
})
