import { expect, test } from 'vitest'
import { parseCsv } from '@/tests/support/csv'
import { CASE_COLUMNS } from './case-columns'
import { openCsv, writeCells } from './csv'
import type { ExportedCase } from './queries'
import { wordsOf } from './words'

const at = (local: string) => new Date(`${local}+08:00`)

const REFUND_ONLY: ExportedCase = {
  no: 'AS26031000417',
  type: 'REFUND_ONLY',
  status: 'PENDING_REVIEW',
  attempt: 2,
  openedAt: at('2026-03-10T14:32:05'),
  buyerName: '王小明',
  orderNo: '2603031129466210',
  amountFen: 12800,
  reason: 'NOT_AS_DESCRIBED',
  dueKind: 'REVIEW',
  dueAt: at('2026-03-12T14:32:05'),
  dispute: null,
  rejectionCode: null,
  closeReason: null,
  refundOrigin: null,
  closedAt: null,
  waitingOn: 'MERCHANT',
  lines: [{ title: '羊毛围巾 浅灰', sku: 'SKU-1', quantity: 1 }],
  refund: null,
}

async function write(row: ExportedCase, locale: 'zh-CN' | 'en'): Promise<{ [column: string]: string | undefined }> {
  const csv = openCsv(CASE_COLUMNS, wordsOf(locale))
  csv.end(writeCells(CASE_COLUMNS, row, wordsOf(locale)))
  const [names = [], cells = []] = parseCsv(String(Buffer.concat(await csv.toArray())))
  return Object.fromEntries(names.map((name, i) => [name.replace('\ufeff', ''), cells[i]]))
}

test('a case that waits', async () => {
  expect(await write(REFUND_ONLY, 'zh-CN')).toEqual({
    售后单号: 'AS26031000417',
    售后类型: '仅退款',
    状态: '待商家处理',
    第几次申请: '2',
    '申请时间（北京时间 UTC+08:00）': '2026-03-10 14:32:05',
    买家: '王**',
    订单号: '2603031129466210\t',
    商品: '羊毛围巾 浅灰',
    商品编码: 'SKU-1',
    申请数量: '1',
    '申请金额（元）': '128.00',
    申请原因: '商品与描述不符',
    等谁: '商家',
    '截止时间（北京时间 UTC+08:00）': '2026-03-12 14:32:05',
    到期结果: '自动退款',
    拒绝原因: '',
    关闭原因: '',
    退款来源: '',
    退款状态: '',
    '退款金额（元）': '',
    '完成时间（北京时间 UTC+08:00）': '',
  })
})

test('a case that is over, of two lines', async () => {
  const row: ExportedCase = {
    ...REFUND_ONLY,
    status: 'REFUNDED',
    dueKind: null,
    dueAt: null,
    refundOrigin: 'DISPUTE_RULING',
    refund: { status: 'SUCCEEDED', amountFen: 6400 },
    closedAt: at('2026-03-11T09:00:00'),
    waitingOn: null,
    lines: [
      { title: '羊毛围巾', sku: 'A', quantity: 1 },
      { title: '手套', sku: 'B', quantity: 2 },
    ],
  }
  expect(await write(row, 'zh-CN')).toMatchObject({
    状态: '退款成功',
    商品: '羊毛围巾 ×1；手套 ×2',
    商品编码: 'A；B',
    申请数量: '3',
    等谁: '',
    退款来源: '平台判责',
    退款状态: '退款成功',
    '退款金额（元）': '64.00',
    '完成时间（北京时间 UTC+08:00）': '2026-03-11 09:00:00',
  })
})

test('a service names no amount; an answer that is owed is a target (R3.2, R3.4)', async () => {
  const row: ExportedCase = {
    ...REFUND_ONLY,
    type: 'COMPLAINT',
    status: 'IN_SERVICE',
    amountFen: 0,
    dueKind: 'SERVICE_ANSWER',
  }
  expect(await write(row, 'en')).toMatchObject({
    'Amount (CNY)': '',
    'If time runs out': 'A target for the first answer; nothing happens by itself',
    'Waiting for': 'Merchant',
  })
})
