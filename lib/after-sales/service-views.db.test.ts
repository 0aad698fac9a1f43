import { describe, expect, it } from 'vitest'
import { AGENT, act, BUYER, createOrder, DAY, HOUR, mustSucceed, openCase, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { DISPUTE, hear, REJECTION, ruling, SUPPORT } from '@/tests/support/disputes'
import { AGREEMENT, CONTACT, openProposed, openSentBack, PROPOSAL, serviceOf, step } from '@/tests/support/services'
import { loadCase } from './case-queries'
import { forecastQueue } from './forecast-queries'
import { loadQueue } from './queries'

/** What lists and the case show of proposals and services. */

useDatabase()

const ALL = { tab: 'ALL' } as const
const rowOf = async (shopId: string) => (await loadQueue(shopScope(shopId), ALL)).rows[0]
const viewOf = (shopId: string, no: string, role: 'AGENT' | 'SUPPORT' = 'AGENT') =>
  loadCase(shopScope(shopId), role, no)

describe('a row of the queue', () => {
  it('tells of a service how far it is, and of no money', async () => {
    const { shopId, no } = await openCase('EXCHANGE')
    expect(await rowOf(shopId)).toMatchObject({
      waitingOn: 'MERCHANT',
      serviceStep: 'AGREED',
      amountFen: 0,
      refundFen: null,
      clock: null,
      consequence: null,
      proposed: null,
    })
    mustSucceed(await act(no, AGENT, step('PERFORMED')))
    expect(await rowOf(shopId)).toMatchObject({
      waitingOn: 'BUYER',
      serviceStep: 'PERFORMED',
      clock: { kind: 'SERVICE_CONFIRM', limitMs: 10 * DAY },
      consequence: { outcome: 'COMPLETE', amountFen: null, clause: 'R3.3' },
    })
  })

  it('has the clock of a first answer, which leads to nothing', async () => {
    const { shopId } = await openCase('COMPLAINT')
    const row = await rowOf(shopId)
    expect(row).toMatchObject({ clock: { kind: 'SERVICE_ANSWER', limitMs: 48 * HOUR }, consequence: null })
  })

  it('tells of a return that something else is proposed, until that is over', async () => {
    const { shopId, no } = await openProposed()
    expect(await rowOf(shopId)).toMatchObject({ proposed: 'EXCHANGE', serviceStep: null })
    mustSucceed(await act(no, BUYER, { type: 'answerProposal', accept: false }))
    expect(await rowOf(shopId)).toMatchObject({ proposed: null })
  })

  it('tells what a ruling gives back of a service', async () => {
    const { shopId, no } = await openCase('REPAIR')
    mustSucceed(await act(no, BUYER, DISPUTE))
    await hear(no)
    mustSucceed(await act(no, SUPPORT, ruling({ amountFen: 5_000 })))
    expect(await rowOf(shopId)).toMatchObject({ status: 'REFUNDING', amountFen: 0, refundFen: 5_000 })
  })
})

it('is narrowed to one type, whatever is served', async () => {
  const { shopId } = await createOrder()
  for (const type of ['INSTALLATION', 'TRAINING', 'REFUND_ONLY'] as const) await openCase(type, shopId)
  const { rows } = await loadQueue(shopScope(shopId), { tab: 'MERCHANT', type: 'TRAINING' })
  expect(rows.map(({ type }) => type)).toEqual(['TRAINING'])
})

it('foretells neither a target nor what is done by itself', async () => {
  const { shopId } = await openCase('COMPLAINT')
  await openSentBack(shopId)
  await openCase('REFUND_ONLY', shopId)
  const { within24h, hours } = await forecastQueue(shopScope(shopId))
  expect(within24h).toEqual({ cases: 0, refundFen: 0, refundCases: 0, returnCases: 0 })
  expect(hours.reduce((sum, { returnCases }) => sum + returnCases, 0)).toBe(0)
})

describe('the case', () => {
  it('names the contacts since the proposal, the newest first, and no earlier ones', async () => {
    const { shopId, no } = await openCase('RETURN_REFUND')
    mustSucceed(await act(no, AGENT, { ...CONTACT, note: '先问问' }))
    mustSucceed(await act(no, AGENT, PROPOSAL))
    expect(await viewOf(shopId, no)).toMatchObject({
      service: { step: null, proposal: { kind: 'EXCHANGE', note: PROPOSAL.note }, contacts: [], nextSteps: [] },
      blocked: expect.arrayContaining([
        {
          action: 'answerProposal',
          refusal: expect.objectContaining({ code: 'contactRequired', missing: 'AGREEMENT' }),
        },
      ]),
    })
    for (const note of ['再想想', '同意换货']) mustSucceed(await act(no, AGENT, { ...CONTACT, note }))
    mustSucceed(await act(no, AGENT, { ...CONTACT, outcome: 'NO_ANSWER', note: '' }))
    const view = await viewOf(shopId, no)
    expect(view?.service?.contacts.map(({ note }) => note)).toEqual(['同意换货', '再想想'])
    expect(view?.available).toEqual(expect.arrayContaining(['proposeService', 'answerProposal']))
  })

  it('leads from the return to its service and back, and shows what was agreed', async () => {
    const { shopId, no } = await openProposed()
    const handled = await act(no, BUYER, AGREEMENT)
    const service = await serviceOf(no)
    expect(handled).toMatchObject({ ok: true, openedNo: service.no })
    expect(await viewOf(shopId, no)).toMatchObject({
      closeReason: 'OFFLINE_EXCHANGE',
      nextNo: service.no,
      service: null,
    })
    const view = await viewOf(shopId, service.no)
    expect(view).toMatchObject({
      type: 'EXCHANGE',
      amountFen: 0,
      previousNo: no,
      attempt: 1,
      service: { originalNo: no, proposal: { note: PROPOSAL.note }, nextSteps: ['GOODS_RECEIVED', 'PERFORMED'] },
    })
    expect(view?.timeline.map(({ afterSaleNo, type }) => [afterSaleNo, type])).toEqual([
      [service.no, 'Applied'],
      [no, 'ServiceAgreed'],
      [no, 'ServiceProposed'],
      [no, 'Applied'],
    ])
    expect(view?.buyerHistory.cases).toMatchObject([{ no, type: 'RETURN_REFUND' }])
  })

  it('says no other number after a refusal', async () => {
    const { no } = await openProposed()
    const handled = await act(no, BUYER, { type: 'answerProposal', accept: false })
    expect(handled).toMatchObject({ ok: true })
    expect(handled).not.toHaveProperty('openedNo')
  })

  it('has nothing of a proposal that lapsed, and what a ruling can give back', async () => {
    const { shopId, no } = await openProposed()
    mustSucceed(await act(no, AGENT, CONTACT))
    mustSucceed(await act(no, AGENT, REJECTION))
    expect((await viewOf(shopId, no))?.service).toBeNull()
    const repair = await openCase('REPAIR', shopId)
    mustSucceed(await act(repair.no, BUYER, DISPUTE))
    expect(await viewOf(shopId, repair.no, 'SUPPORT')).toMatchObject({ amountFen: 0, refundableFen: 12_800 })
  })
})
