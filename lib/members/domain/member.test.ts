import { describe, expect, test } from 'vitest'
import { refuseDeactivation, refuseKeeper, refuseReactivation, refuseRoleChange, type StaffMember } from './member'

const zhou: StaffMember = { userId: 'zhou', role: 'MANAGER', active: true }
const chen: StaffMember = { userId: 'chen', role: 'MANAGER', active: true }
const lin: StaffMember = { userId: 'lin', role: 'AGENT', active: true }
const gone: StaffMember = { userId: 'gone', role: 'MANAGER', active: false }
const OPERATOR = null

const one = [zhou, lin, gone]
const two = [zhou, chen, lin, gone]

test.each([
  ['a manager', two, 'zhou', null],
  ['whoever works at the machine', two, OPERATOR, null],
  ['an agent', two, 'lin', 'notPermitted'],
  ['a manager who is deactivated', two, 'gone', 'notPermitted'],
  ['somebody of another shop', two, 'stranger', 'notPermitted'],
])('%s keeps the staff: %j', (_, staff, by, code) => {
  expect(refuseKeeper(staff, by)?.code ?? null).toBe(code)
})

describe('a change of role', () => {
  test.each([
    ['an agent made manager', one, 'zhou', 'lin', 'MANAGER', null],
    ['one of two managers made agent', two, 'zhou', 'chen', 'AGENT', null],
    ['one of two managers makes himself agent', two, 'zhou', 'zhou', 'AGENT', null],
    ['the last manager makes himself agent', one, 'zhou', 'zhou', 'AGENT', 'lastManager'],
    ['the last manager made agent at the machine', one, OPERATOR, 'zhou', 'AGENT', 'lastManager'],
    ['to the role that he has', two, 'zhou', 'lin', 'AGENT', 'alreadyInRole'],
    ['the last manager to manager', one, OPERATOR, 'zhou', 'MANAGER', 'alreadyInRole'],
    ['of a deactivated member', two, 'zhou', 'gone', 'AGENT', 'memberDeactivated'],
    ['of nobody of the shop', two, 'zhou', 'stranger', 'AGENT', 'memberUnknown'],
    ['by an agent, of himself', two, 'lin', 'lin', 'MANAGER', 'notPermitted'],
    ['by an agent, of nobody', two, 'lin', 'stranger', 'MANAGER', 'notPermitted'],
  ] as const)('%s', (_, staff, by, userId, role, code) => {
    expect(refuseRoleChange(staff, { userId, by, role })?.code ?? null).toBe(code)
  })
})

describe('a deactivation', () => {
  test.each([
    ['of an agent', one, 'zhou', 'lin', null],
    ['of the other manager', two, 'zhou', 'chen', null],
    ['of oneself', two, 'zhou', 'zhou', 'ownDeactivation'],
    ['of the last manager, by himself', one, 'zhou', 'zhou', 'ownDeactivation'],
    ['of the last manager, at the machine', one, OPERATOR, 'zhou', 'lastManager'],
    ['of one of two managers, at the machine', two, OPERATOR, 'zhou', null],
    ['of somebody deactivated', two, 'zhou', 'gone', 'alreadyDeactivated'],
    ['of nobody of the shop', two, 'zhou', 'stranger', 'memberUnknown'],
    ['by an agent', two, 'lin', 'chen', 'notPermitted'],
  ] as const)('%s', (_, staff, by, userId, code) => {
    expect(refuseDeactivation(staff, { userId, by })?.code ?? null).toBe(code)
  })
})

describe('a reactivation', () => {
  test.each([
    ['of somebody deactivated', 'zhou', 'gone', false, null],
    ['of whoever became platform support meanwhile', 'zhou', 'gone', true, 'platformSupport'],
    ['of somebody active', 'zhou', 'lin', false, 'alreadyActive'],
    ['of nobody of the shop', 'zhou', 'stranger', false, 'memberUnknown'],
    ['by an agent', 'lin', 'gone', false, 'notPermitted'],
    ['of oneself, deactivated', 'gone', 'gone', false, 'notPermitted'],
  ] as const)('%s', (_, by, userId, support, code) => {
    expect(refuseReactivation(two, { userId, by, support })?.code ?? null).toBe(code)
  })
})
