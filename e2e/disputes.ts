import type { Api, NewCase } from './fixtures'

export type HeardCase = NewCase & {
  /** Photos of the buyer's that go with his evidence. */
  buyerFiles?: string[]
  /** The merchant says that it is done without having given anything. */
  merchantSilent?: boolean
}

/** A dispute that waits for its ruling: the buyer asked the platform to step in, and both sides are heard. */
export async function openHeard(api: Api, { buyerFiles, merchantSilent = false, ...what }: HeardCase): Promise<string> {
  const no = await api.openCase(what)
  const shopKey = await api.shopKey(what.shopId ?? 'nanzhi')
  await api.call('POST', `after-sales/${no}/dispute`, { reason: 'REFUND_REFUSED', statement: '商家一直不处理' })
  const evidence = { text: '开箱时就有跳线', done: true, ...(buyerFiles && { attachmentIds: buyerFiles }) }
  await api.call('POST', `after-sales/${no}/dispute/evidence`, evidence)
  const given = merchantSilent ? {} : { text: '发货前检查过，没有跳线' }
  await api.call('POST', `after-sales/${no}/dispute/evidence`, { ...given, done: true }, shopKey)
  return no
}
