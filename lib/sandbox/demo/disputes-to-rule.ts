import { NANZHI, SHANYE, XIAOYUAN } from './catalogue'
import { gives, opens, reads, says } from './steps'
import { DAY, HOUR, MINUTE, type Story } from './story'

/** Disputes that wait for a ruling: evidence is over, by word or by the clock. */
export const DISPUTES_TO_RULE: Story[] = [
  {
    // 登山鞋: the merchant let the time go by
    shop: SHANYE,
    good: 2,
    buyer: 29,
    chapters: [
      {
        openedBefore: 5 * DAY,
        type: 'RETURN_REFUND',
        reason: 'QUALITY_DEFECT',
        description: '走了一次山路鞋底就开胶了。',
        photos: ['wornBoots'],
        steps: [
          opens(4 * DAY + 4 * HOUR + 10 * MINUTE, 'AGENT', 'CLAIM_UNFOUNDED', '鞋底磨损严重，不像只穿过一次。'),
          gives(3 * DAY, 'BUYER', '就穿过一次，开胶的位置在前掌，鞋底花纹还在，照片里看得清楚。', ['wornBoots']),
        ],
      },
    ],
  },
  {
    // 蚕丝被: both sides are heard
    shop: NANZHI,
    good: 10,
    buyer: 30,
    chapters: [
      {
        openedBefore: 4 * DAY,
        type: 'RETURN_REFUND',
        reason: 'NOT_AS_DESCRIBED',
        description: '标的 2 斤，家里称只有 1 斤 7 两。',
        steps: [
          says(3.8 * DAY, 'AGENT', '您好，2 斤是填充重量，水洗后会有少量回潮差，您用什么秤称的？'),
          says(3.7 * DAY, 'BUYER', '厨房秤，带被套称的 1 斤 7 两，怎么可能够 2 斤。'),
          reads(3.6 * DAY, 'AGENT'),
          opens(2.1 * DAY, 'AGENT', 'CLAIM_UNFOUNDED', '同批次出库有质检重量记录，买家不同意寄回复称，请平台判断。'),
          gives(1.9 * DAY, 'AGENT', '同批次质检单：填充 1.01 千克；这一条的出库称重 1.46 千克，含包装。'),
          gives(5 * HOUR + 22 * MINUTE, 'BUYER', '厨房秤上的照片，连被套一起 0.86 千克。', ['openedParcel']),
        ],
      },
    ],
  },
  {
    // 机械键盘: a colleague has it already
    shop: XIAOYUAN,
    good: 5,
    buyer: 31,
    claimed: true,
    chapters: [
      {
        openedBefore: 3.5 * DAY,
        type: 'REFUND_ONLY',
        reason: 'QUALITY_DEFECT',
        description: '空格键连击，打一下出两个空格。',
        photos: ['brokenKeyboard'],
        steps: [
          opens(2.2 * DAY, 'BUYER', 'REFUND_REFUSED', '商家只肯换键帽，不肯退，可是问题在轴上。', ['brokenKeyboard']),
          gives(2 * DAY, 'BUYER', '换过键帽还是连击，照片是拆开键帽后的轴。', ['brokenKeyboard']),
          gives(9 * HOUR, 'AGENT', '愿意免费换轴或换新，仅退款不能接受，商品没有寄回来检测。'),
        ],
      },
    ],
  },
  {
    // 收纳篮: just now
    shop: NANZHI,
    good: 14,
    quantity: 2,
    buyer: 33,
    chapters: [
      {
        openedBefore: 2.4 * DAY,
        type: 'RETURN_REFUND',
        reason: 'DAMAGED_IN_TRANSIT',
        description: '两只都断了藤条，应该是路上压的。',
        photos: ['brokenRattan'],
        steps: [
          opens(1.2 * DAY, 'BUYER', 'OTHER', '商家让我自己找快递赔，快递让我找商家。', ['brokenRattan']),
          gives(20 * HOUR, 'AGENT', '外箱签收时没有异常记录，签收单上买家本人签字。', ['openedParcel']),
          gives(15 * MINUTE, 'BUYER', '外箱侧面有压痕，拆之前拍的。', ['openedParcel']),
        ],
      },
    ],
  },
]
