import { NANZHI } from './catalogue'
import { assigns } from './marks'
import { sentBack } from './sent-back'
import { calls, leaving, says } from './steps'
import { DAY, HOUR, MINUTE, type Story } from './story'

/** What falls due later on the desk of the first shop. */
export const DUE_LATER: Story[] = [
  {
    shop: NANZHI,
    good: 8,
    quantity: 2,
    buyer: 14,
    chapters: [
      {
        openedBefore: leaving(27, 11),
        type: 'REFUND_ONLY',
        reason: 'WRONG_ITEM',
        description: '拍的雪松，发来的是白茶。',
        photos: ['wrongCandle'],
        steps: [says(40 * MINUTE, 'BUYER', '味道不一样，可以直接退款吗？')],
      },
    ],
  },
  {
    shop: NANZHI,
    good: 9,
    buyer: 15,
    marks: [assigns(9 * HOUR, 'MANAGER', 'MANAGER')],
    chapters: [
      {
        openedBefore: leaving(31, 8),
        type: 'RETURN_REFUND',
        reason: 'QUALITY_DEFECT',
        description: '绗缝有两处跳线。',
        photos: ['skippedStitches'],
        steps: [calls(10 * HOUR, '买家同意寄回检查')],
      },
    ],
  },
  sentBack(10, 20, 44 * HOUR + 6 * MINUTE),
  {
    shop: NANZHI,
    good: 12,
    quantity: 2,
    buyer: 21,
    unshipped: true,
    paidBeforeOpening: 30 * HOUR,
    chapters: [
      {
        openedBefore: leaving(41, 50),
        type: 'REFUND_ONLY',
        reason: 'LATE_SHIPMENT',
        description: '等了一天多还没发货，不要了。',
        steps: [],
      },
    ],
  },
  sentBack(13, 22, 6 * DAY + 3 * HOUR, { reason: 'SIZE_MISMATCH' }),
  {
    shop: NANZHI,
    good: 14,
    buyer: 23,
    chapters: [
      {
        openedBefore: leaving(46, 5),
        type: 'REFUND_ONLY',
        reason: 'QUALITY_DEFECT',
        description: '藤条有一根断了，刮手。',
        photos: ['brokenRattan'],
        amountFen: 3000,
        steps: [],
      },
    ],
  },
]
