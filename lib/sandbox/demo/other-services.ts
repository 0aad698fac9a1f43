import { NANZHI, XIAOYUAN } from './catalogue'
import { confirms, records } from './service-steps'
import { opens, reads, says } from './steps'
import { DAY, HOUR, MINUTE, type Story } from './story'

/** Installations, set-ups, training and complaints (R3.4): to be answered, overdue, under way, done, and one with the platform. */

const OWED: Story[] = [
  {
    // 蚕丝被: nobody has answered, for three hours too long
    shop: NANZHI,
    good: 10,
    buyer: 128,
    chapters: [
      {
        openedBefore: 51 * HOUR,
        type: 'COMPLAINT',
        reason: 'POOR_SERVICE',
        description: '问被子能不能晒，三次都是自动回复，转人工等了二十分钟没人。',
        steps: [says(50 * MINUTE, 'BUYER', '两天了，还是没有人回我。')],
      },
    ],
  },
  {
    // 窗帘: to be answered by tomorrow
    shop: NANZHI,
    good: 13,
    buyer: 129,
    chapters: [
      {
        openedBefore: 12 * HOUR + 24 * MINUTE,
        type: 'INSTALLATION',
        reason: 'SERVICE_NOT_PROVIDED',
        description: '页面写着包安装，窗帘到了三天没有人联系我，轨道也不会装。',
        steps: [],
      },
    ],
  },
  {
    shop: NANZHI,
    good: 6,
    buyer: 130,
    chapters: [
      {
        openedBefore: 2 * DAY,
        type: 'SETUP',
        reason: 'MALFUNCTION',
        description: '遥控器配不上，说明书上的步骤试过了。',
        steps: [records(30 * HOUR, 'ANSWERED', '约了周日上午十点视频，一步一步教买家配对。')],
      },
    ],
  },
  {
    // 地毯: shown how, the buyer has not said anything yet
    shop: NANZHI,
    good: 4,
    buyer: 131,
    chapters: [
      {
        openedBefore: 4 * DAY,
        type: 'TRAINING',
        reason: 'SERVICE_NOT_PROVIDED',
        description: '详情页写送一次线上养护指导，怎么约？',
        steps: [
          records(3.7 * DAY, 'ANSWERED', '约周三晚上八点，线上讲清洗和除味，大概四十分钟。'),
          records(26 * HOUR, 'PERFORMED', '讲了日常除尘、局部清洗和防蛀，资料发到了聊天里。'),
        ],
      },
    ],
  },
  {
    shop: XIAOYUAN,
    good: 5,
    buyer: 132,
    chapters: [
      {
        openedBefore: 15 * HOUR,
        type: 'SETUP',
        reason: 'MALFUNCTION',
        description: '苹果电脑上改键不生效，驱动装不上。',
        steps: [],
      },
    ],
  },
]

const DONE: Story[] = [
  {
    shop: NANZHI,
    good: 6,
    buyer: 133,
    chapters: [
      {
        openedBefore: 5 * DAY,
        type: 'SETUP',
        reason: 'OTHER',
        description: '想调成触摸三档，不知道怎么设。',
        steps: [
          records(4.8 * DAY, 'ANSWERED', '发了视频，买家照着做。'),
          records(4 * DAY, 'PERFORMED', '电话里一步步设好了三档。'),
          confirms(22 * HOUR),
        ],
      },
    ],
  },
]

const DISPUTED: Story = {
  // 窗帘: twice nobody came
  shop: NANZHI,
  good: 13,
  buyer: 135,
  chapters: [
    {
      openedBefore: 6 * DAY,
      type: 'INSTALLATION',
      reason: 'SERVICE_NOT_PROVIDED',
      description: '两副窗帘，客厅和卧室，轨道要现场打孔。',
      steps: [
        records(5.5 * DAY, 'ANSWERED', '约了周四下午，师傅会提前一小时打电话。'),
        says(3 * DAY, 'BUYER', '等了一下午没人来，电话也没有。'),
        reads(2.9 * DAY, 'AGENT'),
        says(2.8 * DAY, 'AGENT', '抱歉，师傅那天排满了，改到周六上午可以吗？'),
        reads(2.7 * DAY, 'BUYER'),
        opens(21 * HOUR, 'BUYER', 'AGREEMENT_BROKEN', '约了两次都没有人来，自己找人装花了 180 元，希望商家承担。'),
      ],
    },
  ],
}

export const OTHER_SERVICES: Story[] = [...OWED, ...DONE, DISPUTED]
