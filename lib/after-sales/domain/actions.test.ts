import { describe, expect, test } from 'vitest'
import { type ActorRole, type AfterSale, STATUSES } from './after-sale'
import type { Command, CommandType } from './commands'
import { decide } from './decide'
import { actionsOf } from './permissions'
import { RECORDED_STEPS } from './service'
import {
  ACTORS,
  buyer,
  COMMAND_TYPES,
  command,
  DAY,
  HOUR,
  manager,
  support,
  system,
  WAREHOUSE,
} from './testing/builders'
import {
  agreed,
  answered,
  awaitingReceipt,
  awaitingReturn,
  aware,
  complaint,
  disputed,
  exchange,
  proposed,
  reached,
  received,
  refunded,
  refunding,
  refundOnly,
  rejected,
  returning,
  sentBack,
  stuck,
  underReview,
  withdrawn,
} from './testing/cases'
import { handle } from './testing/scenario'

describe('the actions that a screen offers', () => {
  const context = { now: refundOnly.now, returnAddresses: [WAREHOUSE] }
  const talk: CommandType[] = ['sendMessage', 'readMessages']
  const open: CommandType[] = ['openDispute', ...talk]
  const review: CommandType[] = ['approve', 'logContact']
  const returned: CommandType[] = [...review, 'proposeService']
  const serving: CommandType[] = ['recordServiceStep', 'logContact']
  const outcome: CommandType[] = ['recordRefundSuccess', 'recordRefundStuck']

  test.each([
    ['to review', refundOnly, [...review, ...open], ['withdraw', ...open], [], []],
    ['to review, the buyer aware', aware, [...review, 'reject', ...open], ['withdraw', ...open], [], []],
    ['to review, of a return', returning, [...returned, ...open], ['withdraw', ...open], [], []],
    ['with a proposal', proposed, [...returned, ...open], ['answerProposal', 'withdraw', ...open], [], []],
    [
      'with a proposal, the buyer reached',
      reached,
      [...returned, 'answerProposal', 'reject', ...open],
      ['answerProposal', 'withdraw', ...open],
      [],
      [],
    ],
    ['that was settled by an exchange', agreed, talk, talk, [], []],
    ['of an exchange', exchange, [...serving, ...open], ['withdraw', ...open], [], []],
    ['of an exchange, the goods received', received, [...serving, ...open], ['withdraw', ...open], [], []],
    [
      'of an exchange, sent back',
      sentBack,
      ['logContact', ...open],
      ['recordServiceStep', 'withdraw', ...open],
      [],
      [],
    ],
    ['of a complaint', complaint, [...serving, ...open], ['withdraw', ...open], [], []],
    ['of a complaint, answered', answered, [...serving, ...open], ['withdraw', ...open], [], []],
    [
      'of an exchange in dispute',
      received.did(buyer, command('openDispute')),
      ['submitEvidence', ...talk],
      ['submitEvidence', 'withdrawDispute', 'withdraw', ...talk],
      ['requestEvidence'],
      [],
    ],
    [
      'to be sent back',
      awaitingReturn,
      ['logContact', 'proposeService', ...open],
      ['submitReturnShipment', 'withdraw', ...open],
      [],
      [],
    ],
    [
      'on its way back',
      awaitingReceipt,
      ['confirmReceipt', 'logContact', ...open],
      ['submitReturnShipment', 'withdraw', ...open],
      [],
      [],
    ],
    ['being refunded', refunding, talk, talk, [], outcome],
    ['stuck', stuck, ['retryRefund', ...talk], talk, ['retryRefund'], ['recordRefundSuccess']],
    ['refunded', refunded, talk, talk, [], []],
    ['rejected', rejected, talk, open, [], []],
    [
      'in dispute',
      disputed,
      ['concedeDispute', 'submitEvidence', ...talk],
      ['submitEvidence', 'withdrawDispute', 'withdraw', ...talk],
      ['requestEvidence'],
      [],
    ],
    [
      'under review',
      underReview,
      ['concedeDispute', ...talk],
      ['withdrawDispute', 'withdraw', ...talk],
      ['requestEvidence', 'ruleDispute'],
      [],
    ],
    ['withdrawn', withdrawn, talk, talk, [], []],
    ['refunded by the clock', refundOnly.after(3 * DAY).read(), talk, talk, [], outcome],
  ] as const)('on a case %s', (_what, { state }, byManager, byBuyer, bySupport, bySystem) => {
    const offered = (role: ActorRole) => actionsOf(state, role, context).available.toSorted()
    expect(offered('MANAGER')).toEqual(byManager.toSorted())
    expect(offered('AGENT')).toEqual(byManager.filter((type) => type !== 'retryRefund').toSorted())
    expect(offered('BUYER')).toEqual(byBuyer.toSorted())
    expect(offered('SUPPORT')).toEqual(bySupport.toSorted())
    expect(offered('SYSTEM')).toEqual(bySystem.toSorted())
  })

  test('R1.3, R2.2 what fits but lacks a condition is blocked, with the refusal', () => {
    const { available, blocked } = actionsOf(returning.state, 'AGENT', { ...context, returnAddresses: [] })
    expect(available).not.toContain('approve')
    expect(blocked).toEqual([
      { action: 'approve', refusal: { code: 'returnAddressRequired', clause: 'R2.2' } },
      { action: 'reject', refusal: { code: 'contactRequired', clause: 'R1.3', missing: 'NO_CONTACT', since: null } },
    ])
    expect(actionsOf(returning.state, 'BUYER', { ...context, returnAddresses: [] }).blocked).toEqual([])
  })
})

/** Each act in each way that matters to where it leads. */
const WAYS: Command[] = [
  ...COMMAND_TYPES.map((type) => command(type)),
  command('logContact', { outcome: 'NO_ANSWER' }),
  command('approve', { returnAddressId: WAREHOUSE.id }),
  command('answerProposal', { contactId: 'id' }),
  command('answerProposal', { accept: false }),
  ...RECORDED_STEPS.map((step) => command('recordServiceStep', { step })),
]

describe('in every state that can be reached, actions and decisions agree', () => {
  const shops = { 'with an address': [WAREHOUSE], 'without one': [] }
  const states = [refundOnly, returning, exchange, complaint].flatMap(({ state }) => reach(state))

  test('and every status can be reached, by the clock and by people', () => {
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(STATUSES))
    expect(new Set(states.map(({ expired }) => expired))).toEqual(
      new Set([null, 'REVIEW', 'RETURN', 'RECEIPT', 'SERVICE_CONFIRM']),
    )
    expect(states.length).toBeGreaterThan(50)
  })

  test.each(
    Object.entries(shops).flatMap(([shop, addresses]) =>
      ACTORS.map((actor) => [actor.role, shop, actor, addresses] as const),
    ),
  )('for %s, in a shop %s', (_role, _shop, actor, addresses) => {
    for (const state of states) {
      const context = { actor, now: state.updatedAt, returnAddresses: addresses, newId: 'id', newNo: 'AS0009' }
      const { available, blocked } = actionsOf(state, actor.role, context)
      for (const type of COMMAND_TYPES) {
        const tried = WAYS.filter((way) => way.type === type).map((way) => decide(state, way, context))
        const block = blocked.find(({ action }) => action === type)
        expect(tried.some(({ ok }) => ok)).toBe(available.includes(type))
        if (block) expect(tried).toEqual(tried.map(() => ({ ok: false, refusal: block.refusal })))
      }
    }
  })
})

/** Every state that differs in what an act may ask for, by any acts of anybody and by waiting. */
function reach(first: AfterSale): AfterSale[] {
  const found = new Map<string, AfterSale>()
  const open = [first]
  for (let state = open.pop(); state; state = open.pop()) {
    const key = keyOf(state)
    if (found.has(key)) continue
    found.set(key, state)
    const soon = { now: state.updatedAt + HOUR, returnAddresses: [WAREHOUSE], newId: 'id', newNo: 'AS0009' }
    for (const actor of [buyer, manager, support, system])
      for (const way of WAYS) open.push(handle(state, way, { ...soon, actor }).state)
    const late = (state.deadline?.dueAt ?? state.updatedAt) + 1
    open.push(handle(state, null, { ...soon, actor: system, now: late }).state)
  }
  return [...found.values()]
}

function keyOf(state: AfterSale): string {
  const { status, expired, closeReason, awareAt, unreachedAt, unreadByBuyerSince, unreadByMerchantSince } = state
  const { refund, service } = state
  const marks = [awareAt, unreachedAt, unreadByBuyerSince, unreadByMerchantSince].map((mark) => mark !== null)
  const served = [service?.step, service?.proposal && service.proposal.contactIds.length > 0]
  return JSON.stringify([status, expired, closeReason, refund?.origin, refund?.stuck, ...served, ...marks])
}
