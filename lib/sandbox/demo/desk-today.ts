import { NANZHI } from './catalogue'
import { assigns, flags, notes } from './marks'
import { RECEIPT, sentBack } from './sent-back'
import { calls, leaving, missed, reads, says } from './steps'
import { DAY, HOUR, MINUTE, type Story } from './story'

/** What falls due within a day on the desk of the first shop: every clock level, every kind of flag. */
export const DUE_TODAY: Story[] = [
  {
    shop: NANZHI,
    good: 1,
    quantity: 2,
    buyer: 6,
    marks: [
      assigns(80 * MINUTE, 'MANAGER', 'AGENT'),
      flags(79 * MINUTE, 'MANAGER', 'PRIORITY'),
      notes(20 * MINUTE, 'AGENT', '快递已认理赔，单号记在仓库群。买家要退就直接退。'),
    ],
    chapters: [
      {
        openedBefore: leaving(0, 18, 24),
        type: 'REFUND_ONLY',
        reason: 'DAMAGED_IN_TRANSIT',
        description: '两只都磕了口子，杯沿划手，不敢用。',
        photos: ['chippedMugs'],
        steps: [
          says(30 * HOUR, 'AGENT', '您好，麻烦拍一下杯口和外箱，我们找快递核实。'),
          says(25 * MINUTE, 'BUYER', '照片发过了，箱子已经扔了。'),
        ],
      },
    ],
  },
  {
    shop: NANZHI,
    good: 0,
    buyer: 0,
    paidBeforeOpening: 5 * DAY,
    marks: [
      assigns(26 * HOUR, 'AGENT', 'AGENT'),
      notes(95 * MINUTE, 'AGENT', '补偿 20 元他要是不接受，最多能给到多少？'),
      notes(60 * MINUTE, 'MANAGER', '给到 30 元。这批色差已有三单，再有就改详情页的图。'),
      flags(58 * MINUTE, 'MANAGER', 'RISK'),
    ],
    chapters: [
      {
        openedBefore: leaving(1, 12, 8) + 66 * HOUR,
        type: 'REFUND_ONLY',
        reason: 'NOT_AS_DESCRIBED',
        description: '页面上是浅灰，收到的偏蓝。',
        steps: [
          says(
            leaving(1, 12, 8) + 56 * HOUR,
            'AGENT',
            '您好，这款是雾面羊毛，不同光线会有一点差别，可以再看看白天的效果。',
          ),
          says(leaving(1, 12, 8) + 54 * HOUR, 'BUYER', '白天看也是偏蓝的。'),
          calls(leaving(1, 12, 8) + 32 * HOUR, '告知色差在批次范围内，不符合退款条件，买家表示知道了'),
          {
            before: leaving(1, 12, 8) + 30 * HOUR,
            by: 'AGENT',
            command: {
              type: 'reject',
              reasonCode: 'AS_DESCRIBED',
              text: '您好，我们用同批次样品做了对比，颜色与详情页实拍一致，暂不符合退款条件。',
            },
          },
        ],
      },
      {
        openedBefore: leaving(1, 12, 8),
        type: 'REFUND_ONLY',
        reason: 'NOT_AS_DESCRIBED',
        description:
          '详情页是浅灰，收到的偏蓝，自然光下色差很明显，而且贴着脖子扎人。上次拒绝后又对比了一遍，还是希望退款，围巾可以留着或者寄回都行。',
        steps: [
          says(leaving(1, 12, 8) - 3 * MINUTE, 'BUYER', '麻烦看一下新拍的照片，阳台上拍的，没有滤镜。', [
            'bluishScarf',
          ]),
          reads(92 * MINUTE, 'AGENT'),
          says(
            91 * MINUTE,
            'AGENT',
            '您好，对比了同批次样品，灰度在正常范围。可以给您补偿 20 元，或者寄回换一条深灰的，您看哪种方便？',
          ),
        ],
      },
    ],
  },
  {
    shop: NANZHI,
    good: 2,
    buyer: 8,
    chapters: [
      {
        openedBefore: leaving(3, 27, 40),
        type: 'REFUND_ONLY',
        reason: 'MISSING_ITEM',
        description: '只收到一只枕套。',
        photos: ['onePillowcase'],
        steps: [calls(5 * HOUR, '核实仓库称重，买家说愿意等我们查监控')],
      },
    ],
  },
  {
    shop: NANZHI,
    good: 3,
    buyer: 1,
    chapters: [
      {
        openedBefore: leaving(5, 40, 51),
        type: 'RETURN_REFUND',
        reason: 'SIZE_MISMATCH',
        description: '床是 1.5 米的，拍错了，还没拆封。',
        steps: [says(20 * HOUR, 'AGENT', '您好，未拆封可以退，稍后给您地址。'), reads(19 * HOUR, 'BUYER')],
      },
    ],
  },
  sentBack(4, 9, 7 * HOUR + 6 * MINUTE + 30_000, {
    description: '右下角流苏松线，收到时就是这样。',
    photos: ['looseFringe'],
    steps: [
      says(RECEIPT + 20 * HOUR, 'AGENT', '同意退货，麻烦附上订单号纸条。'),
      reads(RECEIPT + 18 * HOUR, 'BUYER'),
      says(9 * DAY, 'BUYER', '寄出了，流苏那里我没有动过。', ['openedParcel']),
      reads(8.9 * DAY, 'AGENT'),
    ],
  }),
  {
    shop: NANZHI,
    good: 5,
    buyer: 11,
    marks: [
      assigns(3 * HOUR, 'AGENT', 'MANAGER'),
      flags(3 * HOUR - MINUTE, 'AGENT', 'FOLLOW_UP'),
      notes(3 * HOUR - 2 * MINUTE, 'AGENT', '买家没接电话。驿站说今天查完监控给回话。'),
    ],
    chapters: [
      {
        openedBefore: leaving(9, 52, 11),
        type: 'REFUND_ONLY',
        reason: 'NOT_RECEIVED',
        description: '物流显示签收，我没有收到，驿站也没有。',
        steps: [missed(3 * HOUR)],
      },
    ],
  },
  {
    shop: NANZHI,
    good: 6,
    buyer: 32,
    chapters: [
      {
        openedBefore: leaving(14, 40, 8),
        type: 'REFUND_ONLY',
        reason: 'DAMAGED_IN_TRANSIT',
        description: '纸罩压扁，支架也弯了一根。',
        photos: ['crushedShade'],
        steps: [],
      },
    ],
  },
  {
    shop: NANZHI,
    good: 7,
    buyer: 16,
    chapters: [{ openedBefore: leaving(20, 15, 33), type: 'RETURN_REFUND', reason: 'NO_LONGER_WANTED', steps: [] }],
  },
]
