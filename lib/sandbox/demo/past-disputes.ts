import { NANZHI, SHANYE, XIAOYUAN } from './catalogue'
import { approves, gives, opens, rejects, rules } from './steps'
import { DAY, type Story } from './story'

/** Disputes that are over, one of every ending. */
export const PAST_DISPUTES: Story[] = [
  {
    // 窗帘: part of it
    shop: NANZHI,
    good: 13,
    buyer: 35,
    chapters: [
      {
        openedBefore: 12 * DAY,
        type: 'REFUND_ONLY',
        reason: 'NOT_AS_DESCRIBED',
        description: '遮光差很多，页面写遮光 85%。',
        steps: [
          ...rejects(11 * DAY, '您好，85% 是实验室数据，和安装、墙面反光有关，页面有说明，所以这次不能退款。'),
          opens(10 * DAY, 'BUYER', 'REFUND_REFUSED', '白天拉上还能看书，怎么都不是 85%。'),
          gives(9.5 * DAY, 'BUYER', '正午拉上窗帘，没有开灯，坐在窗边能看书。'),
          gives(9 * DAY, 'AGENT', '检测报告：遮光率 72%—85%，视颜色而定，米白为 72%。'),
          rules(8.6 * DAY, {
            liability: 'SHARED',
            outcome: 'REFUND',
            amountFen: 12_800,
            rationale: '报告显示米白遮光率为 72%，页面统一写 85% 不够准确；商品可正常使用，双方各担一部分。',
          }),
        ],
      },
    ],
  },
  {
    // 睡袋: nothing of it
    shop: SHANYE,
    good: 1,
    buyer: 36,
    chapters: [
      {
        openedBefore: 15 * DAY,
        type: 'REFUND_ONLY',
        reason: 'QUALITY_DEFECT',
        description: '有点跑绒。',
        steps: [
          opens(14 * DAY, 'AGENT', 'CLAIM_UNFOUNDED', '买家在申请前一天发过露营照片，睡袋已经用过三晚。'),
          gives(13.8 * DAY, 'AGENT', '面料防绒检测合格，少量绒丝属正常范围；买家公开发布的使用照片见附件。'),
          rules(11 * DAY, {
            liability: 'BUYER',
            outcome: 'DISMISS',
            rationale: '买家未在期限内举证；商家的检测与使用情况说明可信，没有证据显示存在质量问题。',
          }),
        ],
      },
    ],
  },
  {
    // 月亮椅: the goods first
    shop: SHANYE,
    good: 4,
    buyer: 37,
    chapters: [
      {
        openedBefore: 9 * DAY,
        type: 'RETURN_REFUND',
        reason: 'QUALITY_DEFECT',
        description: '坐上去有异响，接口松。',
        steps: [
          opens(8 * DAY, 'AGENT', 'OTHER', '买家要求不寄回直接退，我们需要先看到商品。'),
          gives(7.6 * DAY, 'BUYER', '寄回运费太贵，视频里能听到声音。'),
          gives(7.4 * DAY, 'AGENT', '同意承担运费，收到后核实即退。'),
          rules(3 * DAY, {
            liability: 'MERCHANT',
            outcome: 'RETURN_THEN_REFUND',
            rationale: '商家愿意承担运费，退货核实合理；买家寄回后由商家退款，商家不得再拒绝。',
          }),
        ],
      },
    ],
  },
  {
    // 充电宝: the merchant gave in
    shop: XIAOYUAN,
    good: 1,
    buyer: 38,
    chapters: [
      {
        openedBefore: 8 * DAY,
        type: 'REFUND_ONLY',
        reason: 'QUALITY_DEFECT',
        description: '充电发烫，用手摸不住。',
        steps: [
          opens(7.2 * DAY, 'BUYER', 'OTHER', '涉及安全，不想寄来寄去，希望直接退款。'),
          gives(7 * DAY, 'BUYER', '测温枪显示 58 度，照片见附件。'),
          { before: 6.5 * DAY, by: 'AGENT', command: { type: 'concedeDispute' } },
        ],
      },
    ],
  },
  {
    // 抱枕套: taken back, and agreed on after all
    shop: NANZHI,
    good: 12,
    buyer: 39,
    chapters: [
      {
        openedBefore: 6 * DAY,
        type: 'REFUND_ONLY',
        reason: 'WRONG_ITEM',
        description: '拍的砖红，发来的是豆沙色。',
        steps: [
          opens(5.5 * DAY, 'AGENT', 'CLAIM_UNFOUNDED', '出库扫码记录为砖红，请平台判断。'),
          gives(5.2 * DAY, 'BUYER', '吊牌上写的就是豆沙。'),
          { before: 5 * DAY, by: 'AGENT', command: { type: 'withdrawDispute' } },
          approves(4.9 * DAY),
        ],
      },
    ],
  },
]
