import { NANZHI, SHANYE, XIAOYUAN } from './catalogue'
import { OTHER_SERVICES } from './other-services'
import { answers, proposes, reaches, records } from './service-steps'
import { approves } from './steps'
import { DAY, HOUR, MINUTE, type Story } from './story'

/** Exchanges and repairs (R3) of all three shops: proposed, refused, agreed, asked for, under way, and done by itself. */

const PROPOSED: Story[] = [
  {
    // 盖毯: the buyer has been called, and wants to think about it
    shop: NANZHI,
    good: 7,
    buyer: 121,
    chapters: [
      {
        openedBefore: 18 * HOUR + 20 * MINUTE,
        type: 'RETURN_REFUND',
        reason: 'NO_LONGER_WANTED',
        description: '奶白和沙发不搭，想换个深一点的颜色，不行就退。',
        steps: [
          proposes(6 * HOUR, 'EXCHANGE', '可以免费换成驼色，同款同尺寸，来回运费我们出；收到旧的当天就发新的。'),
          reaches(5.6 * HOUR, '说了驼色可以换，买家说和家人商量一下，晚上给答复'),
        ],
      },
    ],
  },
  {
    // 登山杖: not what the buyer wanted, so the return went on
    shop: SHANYE,
    good: 6,
    buyer: 122,
    chapters: [
      {
        openedBefore: 3 * DAY,
        type: 'RETURN_REFUND',
        reason: 'QUALITY_DEFECT',
        description: '锁扣打滑，撑不住。',
        steps: [
          proposes(2.8 * DAY, 'REPAIR', '寄回来我们换一副锁扣，三天内修好寄回，运费我们出。'),
          answers(2.5 * DAY, false),
          approves(2.3 * DAY),
        ],
      },
    ],
  },
]

const AGREED: Story[] = [
  {
    // 床盖: the return is closed, the exchange is under way
    shop: NANZHI,
    good: 9,
    buyer: 123,
    chapters: [
      {
        openedBefore: 6 * DAY,
        type: 'RETURN_REFUND',
        reason: 'QUALITY_DEFECT',
        description: '背面有两处跳线，正面看不出来，但是洗了怕散。',
        photos: ['skippedStitches'],
        steps: [
          proposes(5.6 * DAY, 'EXCHANGE', '换一床全新的雾绿，发货前拍细节图给您看；旧的用到付寄回就行。'),
          answers(5 * DAY, true),
          records(20 * HOUR, 'GOODS_RECEIVED', '收到，跳线处和照片一致，新的今天下午打包。', {
            carrier: '圆通',
            trackingNo: 'YT7806114209331',
          }),
        ],
      },
    ],
  },
  {
    // 落地灯: repaired, and on its way back
    shop: NANZHI,
    good: 6,
    buyer: 124,
    chapters: [
      {
        openedBefore: 9 * DAY,
        type: 'REPAIR',
        reason: 'MALFUNCTION',
        description: '点亮几分钟就开始闪，换过灯泡也一样。',
        steps: [
          records(6 * DAY, 'GOODS_RECEIVED', '外箱完好，灯头松动。', { carrier: '中通', trackingNo: '78301992046618' }),
          records(2 * DAY, 'SENT_BACK', '换了灯头和电源线，通电试了 24 小时，不闪了。', {
            carrier: '顺丰',
            trackingNo: 'SF1447209377120',
          }),
        ],
      },
    ],
  },
  {
    // 收纳篮: just asked for
    shop: NANZHI,
    good: 14,
    buyer: 125,
    chapters: [
      {
        openedBefore: 20 * HOUR,
        type: 'EXCHANGE',
        reason: 'DAMAGED_IN_TRANSIT',
        description: '篮口压歪了，放不平，想换一个。',
        photos: ['brokenRattan'],
        steps: [],
      },
    ],
  },
  {
    shop: SHANYE,
    good: 2,
    buyer: 126,
    chapters: [
      {
        openedBefore: 5 * DAY,
        type: 'REPAIR',
        reason: 'QUALITY_DEFECT',
        description: '右脚前掌开胶，鞋底没怎么磨。',
        photos: ['wornBoots'],
        steps: [
          records(1.2 * DAY, 'GOODS_RECEIVED', '开胶约 3 厘米，安排返厂重新上胶。', {
            carrier: '韵达',
            trackingNo: '4620117395502',
          }),
        ],
      },
    ],
  },
  {
    shop: XIAOYUAN,
    good: 2,
    buyer: 127,
    chapters: [
      {
        openedBefore: 31 * HOUR,
        type: 'EXCHANGE',
        reason: 'MALFUNCTION',
        description: '右耳充不进电，指示灯不亮。',
        steps: [],
      },
    ],
  },
]

const DONE: Story[] = [
  {
    // 马克杯: the buyer said nothing for ten days
    shop: NANZHI,
    good: 1,
    buyer: 134,
    chapters: [
      {
        openedBefore: 16 * DAY,
        type: 'EXCHANGE',
        reason: 'WRONG_ITEM',
        description: '拍的雾蓝，发来的是米白。',
        steps: [
          records(13 * DAY, 'GOODS_RECEIVED', undefined, { carrier: '中通', trackingNo: '78301988214470' }),
          records(12 * DAY, 'SENT_BACK', '雾蓝两只，重新验过杯口。', { carrier: '中通', trackingNo: '78302013390755' }),
        ],
      },
    ],
  },
]

export const SERVICE_STORIES: Story[] = [...PROPOSED, ...AGREED, ...DONE, ...OTHER_SERVICES]
