import { expect, test } from 'vitest'
import { decideSwitch, type SwitchDecision, type Switching } from './switch'

const NOW = Date.parse('2026-03-12T05:20:00.000Z')
const BEFORE = NOW - 1
const refused = (enabled: boolean) => ({ kind: 'REFUSED', refusal: { code: 'switchedMeanwhile', enabled } }) as const

test.each<[string, number | null, Switching, SwitchDecision]>([
  ['off, turned on', null, { enabled: true, seen: false }, { kind: 'CHANGED', since: NOW }],
  ['on, turned off', BEFORE, { enabled: false, seen: true }, { kind: 'CHANGED', since: null }],
  ['on, seen on, wanted on', BEFORE, { enabled: true, seen: true }, { kind: 'UNCHANGED', since: BEFORE }],
  ['off, seen off, wanted off', null, { enabled: false, seen: false }, { kind: 'UNCHANGED', since: null }],
  ['a stale screen that wants what is so already', BEFORE, { enabled: true, seen: false }, refused(true)],
  ['a stale screen that wants what is no longer so', null, { enabled: true, seen: true }, refused(false)],
  ['a stale screen, off meanwhile', null, { enabled: false, seen: true }, refused(false)],
  ['a system that looks at nothing, twice', BEFORE, { enabled: true }, { kind: 'UNCHANGED', since: BEFORE }],
  ['a system that looks at nothing', null, { enabled: true }, { kind: 'CHANGED', since: NOW }],
])('R5.1 %s', (_, since, asked, expected) => expect(decideSwitch(since, asked, NOW)).toEqual(expected))
