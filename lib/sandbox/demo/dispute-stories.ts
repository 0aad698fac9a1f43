import { NANZHI, SHANYE, XIAOYUAN } from './catalogue'
import { DISPUTES_TO_RULE } from './disputes-to-rule'
import { PAST_DISPUTES } from './past-disputes'
import { approves, asks, gives, heardFor, opens, reads, rejects, says, sends } from './steps'
import { DAY, HOUR, MINUTE, type Story } from './story'

/** Disputes in every lane, of all three shops: heard, waiting to be ruled, asked for more, and over. */

const RECEIPT = 10 * DAY

const HEARD: Story[] = [
  {
    // 绗缝床盖: the goods are back, and nobody agrees what they look like
    shop: NANZHI,
    good: 9,
    buyer: 25,
    chapters: [
      {
        openedBefore: heardFor(31, 8) + 10 * DAY,
        type: 'RETURN_REFUND',
        reason: 'QUALITY_DEFECT',
        description: '绗缝有一处跳线，铺上就看见了。',
        photos: ['skippedStitches'],
        steps: [
          approves(heardFor(31, 8) + 9.8 * DAY),
          sends(heardFor(31, 8) + RECEIPT - (3 * DAY + 4 * HOUR + 12 * MINUTE), '883011720954'),
          says(
            heardFor(31, 8) + 4 * HOUR,
            'AGENT',
            '您好，床盖收到了。左下角有清洗痕迹，吊牌已经剪了，和“没有用过”对不上，您看怎么处理？',
            ['washedBedspread'],
          ),
          says(heardFor(31, 8) + 3 * HOUR, 'BUYER', '我没有洗过，收到就是这样，跳线的照片一开始就发给你们了。'),
          reads(heardFor(31, 8) + 2.8 * HOUR, 'AGENT'),
          opens(
            heardFor(31, 8),
            'BUYER',
            'RECEIPT_NOT_CONFIRMED',
            '床盖只铺过一次就发现跳线，退回去三天了商家说有清洗痕迹。我没有洗过，照片是签收当天拍的。',
            ['skippedStitches'],
          ),
          gives(4 * HOUR + 18 * MINUTE, 'BUYER', '签收当天拍的跳线，还有寄回时的包裹，吊牌放在袋子里一起寄的。', [
            'openedParcel',
          ]),
        ],
      },
    ],
  },
  {
    // 帐篷: 41 minutes left for the merchant
    shop: SHANYE,
    good: 0,
    buyer: 26,
    chapters: [
      {
        openedBefore: heardFor(0, 41, 30) + 20 * HOUR,
        type: 'REFUND_ONLY',
        reason: 'MISSING_ITEM',
        description: '少了两根地钉和一根撑杆，第二天就要用，只能另买。',
        steps: [
          says(heardFor(0, 41, 30) + 9 * HOUR, 'AGENT', '您好，出库称重和标准一致，麻烦再找一下袋子夹层。'),
          opens(heardFor(0, 41, 30), 'BUYER', 'REFUND_REFUSED', '夹层找过了，确实少一根撑杆，商家一直让我再找。'),
          gives(20 * HOUR, 'BUYER', '开箱当时拍的，袋子里只有两根撑杆，说明书上写的是三根。', ['openedParcel'], false),
          gives(19 * HOUR, 'BUYER', '另外买撑杆的付款截图可以补，花了 86 元。'),
        ],
      },
    ],
  },
  {
    // 蓝牙耳机: the merchant doubts it, nobody has said anything yet
    shop: XIAOYUAN,
    good: 2,
    buyer: 27,
    chapters: [
      {
        openedBefore: heardFor(26, 15) + 8 * HOUR,
        type: 'REFUND_ONLY',
        reason: 'QUALITY_DEFECT',
        description: '左耳没有声音，恢复出厂也一样。',
        steps: [
          opens(
            heardFor(26, 15),
            'AGENT',
            'CLAIM_UNFOUNDED',
            '买家三个月内第四次以同样原因申请仅退款，不愿意寄回检测，请平台判断。',
          ),
        ],
      },
    ],
  },
]

const AFTER_REJECTION: Story = {
  // 羊毛围巾: rejected, and the buyer does not leave it at that
  shop: NANZHI,
  good: 0,
  buyer: 28,
  chapters: [
    {
      openedBefore: heardFor(40, 20) + 3 * DAY,
      type: 'REFUND_ONLY',
      reason: 'NOT_AS_DESCRIBED',
      description: '页面写纯羊毛，吊牌上是 70% 羊毛 30% 锦纶。',
      photos: ['bluishScarf'],
      steps: [
        ...rejects(
          heardFor(40, 20) + 2 * DAY,
          '您好，页面参数栏写明含羊毛 70%，与吊牌一致，标题里的“羊毛”是品类，所以这次不能退款。',
        ),
        opens(
          heardFor(40, 20),
          'BUYER',
          'REFUND_REFUSED',
          '主图上写的是“纯羊毛”三个字，参数栏要点开才看得到，这就是描述不符。',
          ['bluishScarf'],
        ),
        gives(
          5 * HOUR,
          'AGENT',
          '下单当天的商品页参数写明羊毛 70%、锦纶 30%，和吊牌一致，实物如图。',
          ['bluishScarf'],
          false,
        ),
      ],
    },
  ],
}

const ASKED_FOR_MORE: Story = {
  // 登山杖: support wants to see the carton
  shop: SHANYE,
  good: 6,
  buyer: 34,
  chapters: [
    {
      openedBefore: 4 * DAY,
      type: 'REFUND_ONLY',
      reason: 'DAMAGED_IN_TRANSIT',
      description: '其中一根杖身裂了，不敢用力。',
      steps: [
        opens(2.5 * DAY, 'AGENT', 'CLAIM_UNFOUNDED', '裂口整齐，不像运输造成，买家没有外箱照片。'),
        gives(2.3 * DAY, 'AGENT', '发货前每根都有受力检测，记录编号与杖身一致。'),
        gives(1.5 * DAY, 'BUYER', '收到就裂的，外箱我扔了。'),
        asks(3 * HOUR, ['BUYER'], 24, '请补充裂口的近照，以及签收当天与快递员或驿站的沟通记录。'),
      ],
    },
  ],
}

export const DISPUTE_STORIES: Story[] = [
  ...HEARD,
  AFTER_REJECTION,
  ...DISPUTES_TO_RULE,
  ASKED_FOR_MORE,
  ...PAST_DISPUTES,
]
