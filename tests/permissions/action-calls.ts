import { randomUUID } from 'node:crypto'
import { makeBroken, makeDelivery, makeEndpoint } from './endpoints'
import { makeReply, REPLY } from './replies'
import {
  ADDRESS,
  MARK,
  type Maker,
  makeAddress,
  makeApiKey,
  makeAssignable,
  makeCase,
  makeClaimed,
  makeColleague,
  makeDisputed,
  makeFilter,
  makeFormer,
  makeHeard,
  makeInvitation,
  makeRun,
  makeStuck,
  type Names,
} from './things'

/** A valid call of every action that has a door, for a thing of the shop. */
export type ActionCall = {
  /** What is named besides the shop. */
  thing?: Maker
  args: (names: Names) => unknown[]
  /** `DONE` ({ ok: true }) unless it says otherwise: what somebody is told who may. */
  tells?: 'NOTHING' | 'AN_ANSWER' | '/cases'
  /** Of things of the shop it changes none. */
  reads?: true
}

const one = (input: (names: Names) => object, thing?: Maker, more: Partial<ActionCall> = {}): ActionCall => ({
  args: (names) => [input(names)],
  ...(thing && { thing }),
  ...more,
})
const short = () => randomUUID().slice(0, 8)
const listed = { kind: 'REPLY', locale: 'zh-CN' }
const evidence = { seen: null, records: [], text: '出库照片见附件', done: true }

export const ACTION_CALLS: { [action: string]: ActionCall } = {
  // by his password, which nobody here has
  'account/changePassword': one(() => ({ current: 'x', next: 'x' }), undefined, { tells: 'AN_ANSWER', reads: true }),
  'account/endOtherSessions': one(() => ({ password: 'x' }), undefined, { tells: 'AN_ANSWER', reads: true }),
  'after-sales/actOnCase': one(({ no }) => ({ no, command: { type: 'approve' } }), makeCase),
  'after-sales/nextUrgentCase': { args: ({ no }) => [no, [no]], thing: makeCase, tells: 'AN_ANSWER', reads: true },
  'api-keys/createShopKey': one(({ shopId }) => ({ shopId, name: short(), role: 'AGENT' })),
  'api-keys/revokeShopKey': one(({ shopId, id }) => ({ shopId, id }), makeApiKey),
  'api-keys/rotateShopKey': one(({ shopId, id }) => ({ shopId, id, overlap: '0' }), makeApiKey),
  'auth/switchShop': { args: ({ shopId }) => [shopId], tells: '/cases', reads: true },
  'bulk/prepareBulk': one(({ no }) => ({ act: { type: 'approve' }, selection: { nos: [no] } }), makeCase),
  'bulk/startBulk': one(({ id }) => ({ id }), makeRun),
  'bulk/stopBulk': one(({ id }) => ({ id }), makeRun),
  'disputes/actOnDispute': one(({ no }) => ({ no, command: RULING }), makeDisputed),
  'disputes/claimDispute': one(({ no }) => ({ no }), makeDisputed),
  'disputes/nextDispute': { args: ({ no }) => [no], thing: makeDisputed, tells: 'AN_ANSWER', reads: true },
  'disputes/releaseDispute': { args: ({ no }) => [no], thing: makeClaimed },
  'disputes/submitEvidencePack': one(({ no }) => ({ no, ...evidence }), makeHeard),
  'instant-refund/switchInstantRefund': one(({ shopId }) => ({ shopId, enabled: true, seen: false })),
  'marks/assignCase': one(({ no, userId }) => ({ no, userId }), makeAssignable),
  'marks/flagCase': one(({ no }) => ({ no, flag: 'RISK' }), makeCase),
  'marks/noteCase': one(({ no }) => ({ no, text: `${MARK} 留意` }), makeCase),
  'members/changeMemberRole': one(({ shopId, userId }) => ({ shopId, userId, role: 'MANAGER' }), makeColleague),
  'members/deactivate': one(({ shopId, userId }) => ({ shopId, userId }), makeColleague),
  'members/inviteMember': one(({ shopId }) => ({ shopId, email: `${randomUUID()}@new.example`, role: 'AGENT' })),
  'members/reactivate': one(({ shopId, userId }) => ({ shopId, userId }), makeFormer),
  'members/renewLink': one(({ shopId, id }) => ({ shopId, id }), makeInvitation),
  'members/withdrawInvitation': one(({ shopId, id }) => ({ shopId, id }), makeInvitation),
  'notifications/chooseNoticeMail': one(({ shopId }) => ({ owner: shopId, kind: 'CASE_OPENED', email: true })),
  'notifications/markAllNoticesRead': one(() => ({ upTo: 0 }), undefined, { tells: 'NOTHING', reads: true }),
  'notifications/markCaseNoticesRead': one(({ no }) => ({ no }), makeCase, { tells: 'NOTHING' }),
  'quick-replies/addQuickReply': one(({ shopId }) => ({ shopId, ...listed, reply: { ...REPLY, title: short() } })),
  'quick-replies/changeQuickReply': one(
    ({ shopId, id }) => ({ shopId, ...listed, id, seen: REPLY, reply: { ...REPLY, title: '再见' } }),
    makeReply,
  ),
  'quick-replies/moveQuickReply': one(({ shopId, id }) => ({ shopId, ...listed, id, direction: 'DOWN' }), makeReply),
  'quick-replies/removeQuickReply': one(({ shopId, id }) => ({ shopId, ...listed, id }), makeReply),
  'refunds/retryRefund': { args: ({ no }) => [no], thing: makeStuck },
  // outside a sandbox time is time
  'sandbox/advanceSandboxClock': { args: () => ['h1'], tells: 'NOTHING', reads: true },
  'saved-filters/moveFilter': one(({ shopId, id }) => ({ shopId, id, direction: 'DOWN' }), makeFilter),
  'saved-filters/removeFilter': one(({ shopId, id }) => ({ shopId, id }), makeFilter),
  'saved-filters/renameFilter': one(({ shopId, id }) => ({ shopId, id, name: '改名' }), makeFilter),
  'saved-filters/saveFilter': one(({ shopId }) => ({ shopId, name: short(), query: `tab=MERCHANT&search=${short()}` })),
  'saved-filters/updateFilter': one(
    ({ shopId, id }) => ({ shopId, id, query: `tab=MERCHANT&search=${short()}` }),
    makeFilter,
  ),
  'shops/addReturnAddress': one(({ shopId }) => ({ shopId, address: { ...ADDRESS, detail: randomUUID() } })),
  'shops/changeReturnAddress': one(
    ({ shopId, id }) => ({ shopId, id, seen: ADDRESS, address: { ...ADDRESS, detail: randomUUID() } }),
    makeAddress,
  ),
  'shops/makeDefaultAddress': one(({ shopId, id }) => ({ shopId, id }), makeAddress),
  'shops/removeReturnAddress': one(({ shopId, id }) => ({ shopId, id }), makeAddress),
  'two-step/offerTwoStep': one(() => ({ password: 'x' }), undefined, { tells: 'AN_ANSWER', reads: true }),
  'two-step/replaceRecoveryCodes': one(() => ({ password: 'x', code: '0' }), undefined, {
    tells: 'AN_ANSWER',
    reads: true,
  }),
  'two-step/takeOffTwoStep': one(() => ({ password: 'x', code: '0' }), undefined, { tells: 'AN_ANSWER', reads: true }),
  'two-step/turnOnTwoStep': one(() => ({ code: '0' }), undefined, { tells: 'AN_ANSWER', reads: true }),
  'webhooks/createWebhookEndpoint': one(
    ({ shopId }) => ({ shopId, url: `https://93.184.215.14/${randomUUID()}`, types: null }),
    async (shopId, userId) => {
      await makeEndpoint(shopId, userId)
      return {}
    },
  ),
  'webhooks/deleteWebhookEndpoint': one(({ shopId, id }) => ({ shopId, id }), makeEndpoint),
  'webhooks/resendWebhook': one(
    ({ shopId, endpointId, deliveryId }) => ({ shopId, endpointId, deliveryId }),
    makeDelivery,
  ),
  'webhooks/resumeWebhookEndpoint': one(({ shopId, id }) => ({ shopId, id }), makeBroken),
  'webhooks/rotateWebhookSecret': one(({ shopId, id }) => ({ shopId, id }), makeEndpoint),
}

const RULING = { type: 'ruleDispute', liability: 'MERCHANT', outcome: 'REFUND', rationale: '照片显示瑕疵属实' }
