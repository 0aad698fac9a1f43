import type { ApplicationReason } from '@/lib/after-sales/domain/after-sale'

/** Made-up shops, goods, buyers and words for the demo. */

export type Good = { title: string; sku: string; fen: number }
export type DemoShop = {
  id: string
  name: string
  /** The last one is the default. */
  returnAddresses: { name: string; phone: string; region: string; detail: string }[]
  goods: Good[]
  carriers: string[]
}

export const NANZHI: DemoShop = {
  id: 'nanzhi',
  name: '南栀织物旗舰店',
  returnAddresses: [
    {
      name: '南栀大件仓',
      phone: '0575-84110290',
      region: '浙江省 绍兴市 柯桥区',
      detail: '齐贤街道 纺都路 88 号 1 号仓（地毯、床品）',
    },
    {
      name: '南栀售后',
      phone: '0575-84110288',
      region: '浙江省 绍兴市 柯桥区',
      detail: '齐贤街道 纺都路 88 号 2 号仓',
    },
  ],
  carriers: ['中通', '顺丰', '圆通'],
  goods: [
    { title: '羊毛围巾 浅灰', sku: 'NZ-SC-01-LG', fen: 12800 },
    { title: '陶瓷马克杯 雾蓝', sku: 'NZ-MG-04-FB', fen: 4450 },
    { title: '天丝枕套 一对', sku: 'NZ-PC-02-IV', fen: 4560 },
    { title: '亚麻四件套 1.8 米 燕麦色', sku: 'NZ-BD-18-OA', fen: 26600 },
    { title: '手工羊毛地毯 120×180', sku: 'NZ-RG-12-OA', fen: 45900 },
    { title: '棉麻餐垫 四片', sku: 'NZ-PM-04-NT', fen: 3680 },
    { title: '落地灯 纸罩 暖白', sku: 'NZ-LP-01-WW', fen: 31200 },
    { title: '针织盖毯 奶白 130×160', sku: 'NZ-TH-13-MW', fen: 17900 },
    { title: '香薰蜡烛 雪松', sku: 'NZ-CD-03-CE', fen: 3625 },
    { title: '绗缝床盖 雾绿', sku: 'NZ-QC-20-SG', fen: 26600 },
    { title: '蚕丝被 春秋款 2 斤', sku: 'NZ-SD-02-SA', fen: 53800 },
    { title: '珊瑚绒毛巾 三条装', sku: 'NZ-TW-03-CR', fen: 5990 },
    { title: '水洗棉抱枕套 砖红', sku: 'NZ-CU-45-BR', fen: 3900 },
    { title: '提花窗帘 2 片 米白', sku: 'NZ-CT-02-OW', fen: 38800 },
    { title: '藤编收纳篮 中号', sku: 'NZ-BK-02-RT', fen: 6900 },
  ],
}

export const SHANYE: DemoShop = {
  id: 'shanye',
  name: '山野集户外',
  returnAddresses: [
    {
      name: '山野集退货组',
      phone: '028-85120199',
      region: '四川省 成都市 双流区',
      detail: '航空港 空港四路 1166 号 B 栋',
    },
  ],
  carriers: ['韵达', '京东快递', '顺丰'],
  goods: [
    { title: '三季双人帐篷 苔绿', sku: 'SY-TN-02-MG', fen: 49900 },
    { title: '羽绒睡袋 -5℃ 曜石黑', sku: 'SY-SB-05-BK', fen: 36800 },
    { title: '徒步登山鞋 男 42', sku: 'SY-BT-42-BR', fen: 42900 },
    { title: '钛杯 450 毫升', sku: 'SY-CP-45-TI', fen: 11900 },
    { title: '折叠月亮椅 沙色', sku: 'SY-CH-01-SD', fen: 15900 },
    { title: '速干 T 恤 女 M', sku: 'SY-TS-0M-WH', fen: 8900 },
    { title: '登山杖 碳素 一对', sku: 'SY-PL-02-CB', fen: 21900 },
    { title: '头灯 充电款', sku: 'SY-HL-01-RC', fen: 9900 },
  ],
}

export const XIAOYUAN: DemoShop = {
  id: 'xiaoyuan',
  name: '小圆数码配件',
  returnAddresses: [
    {
      name: '小圆售后',
      phone: '0755-86530071',
      region: '广东省 深圳市 宝安区',
      detail: '西乡街道 固戍二路 9 号 3 楼',
    },
  ],
  carriers: ['极兔', '申通'],
  goods: [
    { title: '氮化镓充电器 65W 三口', sku: 'XY-CG-65-WH', fen: 12900 },
    { title: '磁吸充电宝 5000 毫安', sku: 'XY-PB-50-BK', fen: 9900 },
    { title: '蓝牙耳机 入耳式 云白', sku: 'XY-EB-01-WH', fen: 19900 },
    { title: '手机壳 磨砂 透明黑', sku: 'XY-CS-15-TB', fen: 2990 },
    { title: '编织数据线 2 米 两条装', sku: 'XY-CB-02-GR', fen: 3980 },
    { title: '机械键盘 84 键 红轴', sku: 'XY-KB-84-RD', fen: 25900 },
  ],
}

export const SHOPS: readonly DemoShop[] = [NANZHI, SHANYE, XIAOYUAN]

const SURNAMES = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
  '马',
  '罗',
  '梁',
  '宋',
  '郑',
  '谢',
  '韩',
  '唐',
  '冯',
  '于',
  '董',
  '萧',
  '程',
  '曹',
  '欧阳',
  '诸葛',
]
const GIVEN = [
  '雨桐',
  '思远',
  '佳怡',
  '子轩',
  '梦瑶',
  '浩然',
  '欣怡',
  '俊杰',
  '晓彤',
  '文博',
  '静怡',
  '志强',
  '美玲',
  '建国',
  '若曦',
  '一诺',
  '明轩',
  '诗涵',
  '海燕',
  '国栋',
  '秀英',
  '丽娜',
  '天佑',
  '安琪',
]

export type Buyer = { id: string; name: string; phone: string }

/** The n-th buyer; the same n is always the same person. */
export function buyerOf(n: number): Buyer {
  const surname = SURNAMES[n % SURNAMES.length] ?? '王'
  const given = GIVEN[(n * 7 + 3) % GIVEN.length] ?? '雨桐'
  const tail = String(10_000_000 + ((n * 7_919_317) % 89_999_999)).padStart(8, '0')
  return {
    id: `buyer-${String(n).padStart(4, '0')}`,
    name: `${surname}${given}`,
    phone: `1${['38', '59', '86', '77'][n % 4]}${tail}`,
  }
}

/** What buyers write with an application, by reason. */
export const DESCRIPTIONS: { [R in ApplicationReason]: string[] } = {
  NOT_AS_DESCRIBED: ['详情页上的颜色和收到的差别很大，自然光下更明显。', '尺寸比页面标的小了一圈，用不上。'],
  QUALITY_DEFECT: ['收到就有一处开线，已经拍照。', '用了两天就坏了，按键没有反应。', '边缘有毛刺，做工和宣传不一样。'],
  DAMAGED_IN_TRANSIT: ['外箱压扁了，里面也裂了一道。', '快递摔过，打开就是碎的。'],
  WRONG_ITEM: ['我拍的是浅色，发来的是深色。', '型号发错了，不能用。'],
  MISSING_ITEM: ['两件装只收到一件。', '少了配件和说明书。'],
  NOT_RECEIVED: ['物流显示签收，但我没有收到，驿站也没有。'],
  SIZE_MISMATCH: ['尺码偏小，想退掉。', '和家里的尺寸对不上。'],
  NO_LONGER_WANTED: ['暂时用不上了，还没拆封。', '买重复了，麻烦退一下。'],
  LATE_SHIPMENT: ['等了五天还没发货，不要了。'],
  MALFUNCTION: ['用了一个月开始时好时坏，重启也没用。', '突然没有反应了，换过插座也一样。'],
  SERVICE_NOT_PROVIDED: ['页面写着包安装，一直没有人联系我。', '说好的视频指导，等了几天没有安排。'],
  POOR_SERVICE: ['问了三次都是自动回复，没有人处理。'],
  OTHER: ['和之前客服说好退差价，麻烦处理。'],
}
