import { describe, expect, it, test } from 'vitest'
import { parseAmount } from './amount'
import {
  missingOf,
  partFenOf,
  type RulingDraft,
  readRulingDraft,
  refundLimitOf,
  writeRulingDraft,
} from './ruling-draft'

const priced = { mostFen: 26_600, named: false }
const served = { mostFen: 26_600, named: true }
const limits = { min: 1, max: 500 }
const whole: RulingDraft = {
  liability: 'SHARED',
  outcome: 'REFUND',
  part: false,
  amount: '',
  rationale: '双方各担一部分 & more = less',
}
const part: RulingDraft = { ...whole, part: true, amount: '180' }

test.each([
  ['180', 18_000],
  ['180.5', 18_050],
  ['180.', 18_000],
  ['1,080.55', 108_055],
  ['¥ 0.01', 1],
  ['１８０．００', 18_000],
  ['2660', 266_000],
])('%s is an amount', (text, fen) => {
  expect(parseAmount(text, 266_000)).toEqual({ fen, fault: null })
})

test.each([
  ['', 'missing'],
  ['  ', 'missing'],
  ['0', 'notAnAmount'],
  ['0.00', 'notAnAmount'],
  ['-5', 'notAnAmount'],
  ['1.005', 'notAnAmount'],
  ['1e3', 'notAnAmount'],
  ['一百', 'notAnAmount'],
  ['2660.01', 'tooMuch'],
  ['999999999', 'tooMuch'],
  ['9999999999', 'notAnAmount'],
])('%s is none', (text, fault) => {
  expect(parseAmount(text, 266_000)).toEqual({ fen: null, fault })
})

describe('what a draft lacks', () => {
  test.each<[string, RulingDraft, ReturnType<typeof missingOf>]>([
    ['nothing', whole, null],
    ['nothing, of a part', part, null],
    ['the liability, before all else', { ...part, liability: null, outcome: null }, 'liability'],
    ['the outcome', { ...whole, outcome: null }, 'outcome'],
    ['the amount', { ...part, amount: '' }, 'amount'],
    ['an amount within the case', { ...part, amount: '266.01' }, 'amount'],
    ['no amount where none is asked', { ...part, amount: '', outcome: 'DISMISS' }, null],
    ['the rationale', { ...whole, rationale: ' \n ' }, 'rationale'],
    ['nothing at 500 characters', { ...whole, rationale: ` ${'😀'.repeat(500)} ` }, null],
    ['a shorter rationale', { ...whole, rationale: '字'.repeat(501) }, 'rationaleLong'],
  ])('%s', (_, draft, missing) => {
    expect(missingOf(draft, priced, limits)).toBe(missing)
  })
})

it('says the amount of a part refund only', () => {
  expect(partFenOf(part, priced)).toBe(18_000)
  expect(partFenOf(whole, priced)).toBeNull()
  expect(partFenOf({ ...part, outcome: 'DISMISS' }, priced)).toBeNull()
})

it('wants the amount of every refund of a service, and of nothing else', () => {
  expect(refundLimitOf({ type: 'REPAIR', refundableFen: 26_600 })).toEqual(served)
  expect(refundLimitOf({ type: 'RETURN_REFUND', refundableFen: 26_600 })).toEqual(priced)
  expect(missingOf(whole, served, limits)).toBe('amount')
  expect(missingOf({ ...whole, amount: '266.01' }, served, limits)).toBe('amount')
  expect(missingOf({ ...whole, amount: '266' }, served, limits)).toBeNull()
  expect(missingOf({ ...whole, outcome: 'DISMISS' }, served, limits)).toBeNull()
  expect(partFenOf({ ...whole, amount: '266' }, served)).toBe(26_600)
  expect(partFenOf(whole, served)).toBeNull()
})

it('comes back as it was kept, and from nothing or nonsense empty', () => {
  const empty = { liability: null, outcome: null, part: false, amount: '', rationale: '' }
  for (const draft of [whole, part, empty]) expect(readRulingDraft(writeRulingDraft(draft))).toEqual(draft)
  expect(writeRulingDraft(empty)).toBe('')
  for (const kept of ['', '{"liability":', 'liability=EVERYBODY&outcome=1'])
    expect(readRulingDraft(kept)).toEqual(empty)
})
