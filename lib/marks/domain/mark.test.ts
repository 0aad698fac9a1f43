import { describe, expect, test } from 'vitest'
import { noteSchema } from '@/lib/marks/commands'
import { CASE_FLAGS, decideMark, isStill, type Mark, type MarkDecision, type MarkedCase, type MarkFacts } from './mark'

const FREE: MarkedCase = { assigneeId: null, flag: null }
const HIS: MarkedCase = { assigneeId: 'lin', flag: 'RISK' }
const KNOWN: MarkFacts = { assignable: true, noted: false }
const GONE: MarkFacts = { assignable: false, noted: false }

const NOTHING: MarkDecision = { ok: true, entry: null }
const UNKNOWN: MarkDecision = { ok: false, refusal: { code: 'assigneeUnknown' } }
const assigned = (from: string | null, to: string | null): MarkDecision => ({
  ok: true,
  entry: { kind: 'ASSIGNED', data: { from, to } },
})

type Case = [given: string, now: MarkedCase, mark: Mark, facts: MarkFacts, then: MarkDecision]
const CASES: Case[] = [
  ['a free case is given to a member', FREE, { kind: 'ASSIGN', userId: 'lin' }, KNOWN, assigned(null, 'lin')],
  ['a case goes from one to another', HIS, { kind: 'ASSIGN', userId: 'zhou' }, KNOWN, assigned('lin', 'zhou')],
  ['a case is taken from who has it', HIS, { kind: 'ASSIGN', userId: null }, GONE, assigned('lin', null)],
  ['who has it gets it again', HIS, { kind: 'ASSIGN', userId: 'lin' }, KNOWN, NOTHING],
  ['who has it has left the shop, and keeps it', HIS, { kind: 'ASSIGN', userId: 'lin' }, GONE, NOTHING],
  ['who left the shop, or never worked there, gets none', FREE, { kind: 'ASSIGN', userId: 'lin' }, GONE, UNKNOWN],
  ['nobody has it and nobody gets it', FREE, { kind: 'ASSIGN', userId: null }, GONE, NOTHING],
  [
    'a flag is put',
    FREE,
    { kind: 'FLAG', flag: 'PRIORITY' },
    GONE,
    { ok: true, entry: { kind: 'FLAGGED', data: { from: null, to: 'PRIORITY' } } },
  ],
  [
    'a flag takes another’s place',
    HIS,
    { kind: 'FLAG', flag: 'FOLLOW_UP' },
    GONE,
    { ok: true, entry: { kind: 'FLAGGED', data: { from: 'RISK', to: 'FOLLOW_UP' } } },
  ],
  [
    'a flag is taken away',
    HIS,
    { kind: 'FLAG', flag: null },
    GONE,
    { ok: true, entry: { kind: 'FLAGGED', data: { from: 'RISK', to: null } } },
  ],
  ['the same flag is put again', HIS, { kind: 'FLAG', flag: 'RISK' }, GONE, NOTHING],
  ['there is no flag to take away', FREE, { kind: 'FLAG', flag: null }, GONE, NOTHING],
  [
    'a note is written',
    HIS,
    { kind: 'NOTE', text: '给到 30 元' },
    GONE,
    { ok: true, entry: { kind: 'NOTED', data: { text: '给到 30 元' } } },
  ],
  [
    'a note is sent with the name that the screen gave it',
    FREE,
    { kind: 'NOTE', text: '给到 30 元', key: 'n1' },
    GONE,
    { ok: true, entry: { kind: 'NOTED', data: { text: '给到 30 元', key: 'n1' } } },
  ],
  [
    'the note stands there already',
    FREE,
    { kind: 'NOTE', text: '给到 30 元', key: 'n1' },
    { assignable: false, noted: true },
    NOTHING,
  ],
]

test.each(CASES)('%s', (_, now, mark, facts, then) => {
  expect(decideMark(now, mark, facts)).toEqual(then)
})

describe('taking back', () => {
  test.each<[string, Parameters<typeof isStill>[1], boolean]>([
    ['is possible while it is as it was put', { kind: 'ASSIGN', userId: 'lin' }, true],
    ['is not once another has it', { kind: 'ASSIGN', userId: 'zhou' }, false],
    ['is not once nobody had it', { kind: 'ASSIGN', userId: null }, false],
    ['is possible of a flag that is still there', { kind: 'FLAG', flag: 'RISK' }, true],
    ['is not of a flag that is another now', { kind: 'FLAG', flag: 'PRIORITY' }, false],
  ])('%s', (_, put, then) => expect(isStill(HIS, put)).toBe(then))
})

describe('a note', () => {
  test.each([
    ['of nothing', '', false],
    ['of blanks', ' \n\t ', false],
    ['of one character', '嗯', true],
    ['of 2000 characters outside the first plane', '😀'.repeat(2000), true],
    ['of 2001', '😀'.repeat(2001), false],
    ['with a NUL', 'a\0b', false],
    ['with half a character', 'a\ud83d', false],
  ])('%s', (_, text, then) => expect(noteSchema.safeParse({ no: 'AS1', text }).success).toBe(then))

  test('is trimmed', () => {
    expect(noteSchema.parse({ no: 'AS1', text: '  两头\n都有空白 \n' }).text).toBe('两头\n都有空白')
  })
})

test('there are flags to choose from', () => expect(CASE_FLAGS).toEqual(['PRIORITY', 'FOLLOW_UP', 'RISK']))
