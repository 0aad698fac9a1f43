import { MERCHANT_ACTS, MERCHANT_WEIGHTS } from './act-bodies'
import { actByChance, listCases, type Person, think } from './desk'

const LISTS = { 'waitingOn=MERCHANT&sort=dueAt': 70, 'status=IN_DISPUTE': 15, 'waitingOn=BUYER': 15 }
/** Of so many cases nobody looks after one: the clock decides it. */
const LEFT_ALONE = 3

/** Works a shop's queue, until `going` says that it is over. */
export async function beMerchant(merchant: Person, going: () => boolean): Promise<void> {
  while (going()) {
    const cases = await listCases(merchant, `${merchant.chance.draw(LISTS)}&limit=20`)
    const tended = cases.filter(({ no }) => Number(no.slice(-4)) % LEFT_ALONE !== 0)
    if (tended.length > 0)
      await actByChance(merchant, merchant.chance.pick(tended), { acts: MERCHANT_ACTS, weights: MERCHANT_WEIGHTS })
    await think(merchant)
  }
}
