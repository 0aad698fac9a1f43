import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { Command, CommandType } from '@/lib/after-sales/domain/commands'
import {
  AGENT,
  act,
  apply,
  BUYER,
  createOrder,
  MANAGER,
  makeOverdue,
  mustSucceed,
  openCase,
  SYSTEM,
} from '@/tests/support/cases'
import {
  DISPUTE,
  DONE,
  openDisputed,
  openRejected,
  openUnderReview,
  REJECTION,
  ruling,
  SUPPORT,
  WAYBILL,
} from '@/tests/support/disputes'
import { BY_PLATFORM, bySeller, upload } from '@/tests/support/files'
import { orderRefund } from '@/tests/support/refunds'
import { AGREEMENT, CONFIRMED, CONTACT, openProposed, openSentBack, PROPOSAL, step } from '@/tests/support/services'

/** Every command in the situations in which it has most to save, each ready to be given. */

export type Given = { no: string; actor: Actor; command: Command }
/** Makes the situation in this shop. */
type Situation = (shopId: string) => Promise<Given>

const REACHED: Command = { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '已说明' }

// a command without a line does not compile
export const SITUATIONS: { readonly [T in CommandType]: Readonly<Record<string, Situation>> } = {
  approve: {
    'which orders a refund': async (shopId) => as(AGENT, await openCase('REFUND_ONLY', shopId), { type: 'approve' }),
    'of a return': async (shopId) => as(AGENT, await openCase('RETURN_REFUND', shopId), { type: 'approve' }),
    'that comes too late': async (shopId) => {
      const { no } = await openCase('REFUND_ONLY', shopId)
      await makeOverdue([no])
      return as(AGENT, { no }, { type: 'approve' })
    },
  },
  reject: {
    'of an aware buyer': async (shopId) => {
      const { no } = await openCase('REFUND_ONLY', shopId)
      await act(no, AGENT, REACHED)
      return as(AGENT, { no }, REJECTION)
    },
  },
  confirmReceipt: {
    'with photos': async (shopId) => {
      const { no } = await openReturned(shopId)
      const { id } = await upload(bySeller(shopId))
      return as(AGENT, { no }, { type: 'confirmReceipt', note: '杯口有缺', attachmentIds: [id] })
    },
  },
  submitReturnShipment: {
    first: async (shopId) => as(BUYER, await openAwaited(shopId), WAYBILL),
    'as a correction': async (shopId) => as(BUYER, await openReturned(shopId), { ...WAYBILL, trackingNo: 'SF2' }),
  },
  withdraw: {
    'of a review': async (shopId) => as(BUYER, await openCase('REFUND_ONLY', shopId), { type: 'withdraw' }),
    'out of a dispute': async (shopId) => as(BUYER, await openDisputed('REFUND_ONLY', shopId), { type: 'withdraw' }),
  },
  sendMessage: {
    'with photos, to somebody who wrote': async (shopId) => {
      const { no } = await openCase('REFUND_ONLY', shopId)
      await act(no, AGENT, { type: 'sendMessage', text: '在吗？' })
      const { id } = await upload(BY_PLATFORM)
      return as(BUYER, { no }, { type: 'sendMessage', text: '请看照片', attachmentIds: [id] })
    },
    'when the time is over': async (shopId) => {
      const { no } = await openCase('REFUND_ONLY', shopId)
      await makeOverdue([no])
      return as(BUYER, { no }, { type: 'sendMessage', text: '在吗？' })
    },
  },
  readMessages: {
    'that are unread': async (shopId) => {
      const { no } = await openCase('REFUND_ONLY', shopId)
      await act(no, BUYER, { type: 'sendMessage', text: '在吗？' })
      return as(AGENT, { no }, { type: 'readMessages' })
    },
  },
  logContact: { plain: async (shopId) => as(AGENT, await openCase('REFUND_ONLY', shopId), REACHED) },
  proposeService: { plain: async (shopId) => as(AGENT, await openCase('RETURN_REFUND', shopId), PROPOSAL) },
  answerProposal: {
    'which opens an exchange': async (shopId) => as(BUYER, await openProposed(shopId), AGREEMENT),
    'as the merchant heard it': async (shopId) => {
      const { no } = await openProposed(shopId)
      const { lastContact } = mustSucceed(await act(no, AGENT, CONTACT))
      return as(AGENT, { no }, { ...AGREEMENT, ...(lastContact && { contactId: lastContact.id }) })
    },
    'with no': async (shopId) => as(BUYER, await openProposed(shopId), { type: 'answerProposal', accept: false }),
  },
  recordServiceStep: {
    'of the merchant': async (shopId) => as(AGENT, await openCase('REPAIR', shopId), step('GOODS_RECEIVED')),
    'of the buyer': async (shopId) => as(BUYER, await openSentBack(shopId), CONFIRMED),
  },
  openDispute: {
    'of a rejection, with photos': async (shopId) => {
      const { id } = await upload(BY_PLATFORM)
      return as(BUYER, await openRejected('REFUND_ONLY', shopId), { ...DISPUTE, attachmentIds: [id] })
    },
    'of a review whose time is over': async (shopId) => {
      const { no } = await openCase('RETURN_REFUND', shopId)
      await makeOverdue([no])
      return as(BUYER, { no }, DISPUTE)
    },
  },
  submitEvidence: {
    'with photos, the last': async (shopId) => {
      const { no } = await openDisputed('REFUND_ONLY', shopId)
      await act(no, BUYER, DONE)
      const { id } = await upload(bySeller(shopId))
      return as(AGENT, { no }, { ...DONE, attachmentIds: [id] })
    },
  },
  requestEvidence: {
    'of both': async (shopId) =>
      as(SUPPORT, await openUnderReview('REFUND_ONLY', shopId), {
        type: 'requestEvidence',
        from: ['MERCHANT', 'BUYER'],
        dueInHours: 24,
        note: '请补充开箱视频',
      }),
  },
  withdrawDispute: {
    plain: async (shopId) => as(AGENT, await openDisputed('REFUND_ONLY', shopId), { type: 'withdrawDispute' }),
  },
  concedeDispute: {
    plain: async (shopId) => {
      const { no } = await openCase('REFUND_ONLY', shopId)
      await act(no, BUYER, DISPUTE)
      return as(AGENT, { no }, { type: 'concedeDispute' })
    },
  },
  ruleDispute: {
    'for a refund': async (shopId) => as(SUPPORT, await openUnderReview('REFUND_ONLY', shopId), ruling()),
    'for a part of it': async (shopId) =>
      as(SUPPORT, await openUnderReview('REFUND_ONLY', shopId), ruling({ amountFen: 100 })),
    'for nothing': async (shopId) =>
      as(SUPPORT, await openUnderReview('RETURN_REFUND', shopId), ruling({ liability: 'BUYER', outcome: 'DISMISS' })),
  },
  retryRefund: {
    plain: async (shopId) => {
      const { no } = await orderRefund(shopId)
      await act(no, SYSTEM, { type: 'recordRefundStuck', error: 'account closed' })
      return as(MANAGER, { no }, { type: 'retryRefund' })
    },
  },
  recordRefundSuccess: {
    plain: async (shopId) => as(SYSTEM, await orderRefund(shopId), { type: 'recordRefundSuccess' }),
  },
  recordRefundStuck: {
    plain: async (shopId) =>
      as(SYSTEM, await orderRefund(shopId), { type: 'recordRefundStuck', error: 'account closed' }),
  },
}

function as(actor: Actor, { no }: { no: string }, command: Command): Given {
  return { no, actor, command }
}

async function openAwaited(shopId: string): Promise<{ no: string }> {
  const { no } = await openCase('RETURN_REFUND', shopId)
  return mustSucceed(await act(no, AGENT, { type: 'approve' }))
}

async function openReturned(shopId: string): Promise<{ no: string }> {
  const { no } = await openAwaited(shopId)
  return mustSucceed(await act(no, BUYER, WAYBILL))
}

/** An order whose only line a return occupies that nobody sent back in time, and photos of what is to be applied for now. */
export async function openOccupied(shopId: string): Promise<{ orderNo: string; attachmentIds: string[] }> {
  const { orderNo } = await createOrder({ shopId })
  const { no } = mustSucceed(await apply(orderNo, { type: 'RETURN_REFUND' }))
  mustSucceed(await act(no, AGENT, { type: 'approve' }))
  await makeOverdue([no])
  return { orderNo, attachmentIds: [(await upload(BY_PLATFORM)).id, (await upload(BY_PLATFORM)).id] }
}
