import { NANZHI } from './catalogue'
import { approves, sends } from './steps'
import { DAY, type Story } from './story'

export const RECEIPT = 10 * DAY

/** A return that the buyer has sent back, its receipt ending in so long. */
export function sentBack(
  good: number,
  buyer: number,
  receiptLeft: number,
  rest: Partial<Story['chapters'][number]> = {},
): Story {
  const submitted = RECEIPT - receiptLeft
  return {
    shop: NANZHI,
    good,
    buyer,
    chapters: [
      {
        openedBefore: submitted + 2 * DAY,
        type: 'RETURN_REFUND',
        reason: 'QUALITY_DEFECT',
        ...rest,
        steps: [
          approves(submitted + 1.5 * DAY),
          ...(rest.steps ?? []),
          sends(submitted, `SF14472093${6618 + buyer}`, '顺丰'),
        ],
      },
    ],
  }
}
