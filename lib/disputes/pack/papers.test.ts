import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { RECORD_KINDS } from '@/lib/after-sales/domain/evidence-pack'
import type { CaseView, TalkEntry } from '@/lib/after-sales/views'
import { drawPaper } from './draw-paper'
import type { Paper } from './paper'
import { papersOf } from './papers'

const NOW = Date.UTC(2026, 2, 12, 5, 19, 52)
const HOUR = 3_600_000

type Told = Parameters<typeof papersOf>[0]

function said(n: number): TalkEntry {
  const at = NOW - (400 - n) * HOUR
  return {
    kind: 'message',
    id: `m${n}`,
    side: n % 2 ? 'BUYER' : 'MERCHANT',
    author: n % 2 ? '林**' : '林晓',
    text: `第 ${n} 句`,
    at,
    readAt: n % 3 ? at + HOUR : null,
    attachments: [],
  }
}

/** What papers tell of. */
function caseOf(change: Partial<CaseView> = {}): Told {
  return {
    no: 'AS26030100118',
    shop: { id: 'nanzhi', name: '南栀织物旗舰店' },
    buyer: { id: 'b', name: '林**', phone: null },
    type: 'RETURN_REFUND',
    reason: 'QUALITY_DEFECT',
    amountFen: 26600,
    currency: 'CNY',
    openedAt: NOW - 264 * HOUR,
    order: {
      no: '2602240552',
      totalFen: 26600,
      paidAt: NOW - 384 * HOUR,
      shippedAt: NOW - 360 * HOUR,
      carrier: '中通',
      trackingNo: '758300214466',
      deliveredAt: null,
    },
    lines: [
      {
        lineNo: 1,
        title: '绗缝床盖 雾绿',
        sku: 'QB',
        imageUrl: null,
        quantity: 1,
        amountFen: 26600,
        paidFen: 26600,
        refundedFen: 0,
      },
    ],
    returnShipment: { carrier: '圆通', trackingNo: '883011720954', submittedAt: NOW - 168 * HOUR },
    returnAddress: null,
    timeline: [],
    talk: [said(1), said(2)],
    ...change,
  } satisfies Partial<CaseView> as unknown as Told
}

const textOf = (papers: readonly Paper[]) => JSON.stringify(papers)

describe('the papers of a case', () => {
  it.each([
    ['zh-CN', ['发货与签收记录', '与买家的沟通', '订单与付款', '退货物流记录'], '第 {n} 页，共 {of} 页'],
    [
      'en',
      ['Shipment and delivery', 'Conversation with the buyer', 'Order and payment', 'Return shipment'],
      'Page {n} of {of}',
    ],
  ] as const)('say in %s what they are, of whom, as of when, with the zone', (locale, titles, page) => {
    const papers = papersOf(caseOf(), RECORD_KINDS, locale)
    expect(papers.map(({ title }) => title)).toEqual(titles)
    expect(papers.map(({ name }) => name)).toEqual(titles.map((title) => `${title}.pdf`))
    for (const { head, foot, page: said } of papers) {
      expect(said).toBe(page)
      expect(head.map(({ value }) => value)).toEqual(['南栀织物旗舰店', 'AS26030100118', '林**'])
      expect(foot).toContain('(UTC+8)')
    }
  })

  it('tell amounts, numbers and instants with their year, and the clauses', () => {
    const told = textOf(papersOf(caseOf(), RECORD_KINDS, 'zh-CN'))
    for (const part of ['¥266.00', '758300214466', '883011720954', '2026年2月24日 13:19:52', 'R6.2', 'R2.3', 'R2.1'])
      expect(told).toContain(part)
  })

  it('R3.2 ask no amount of what is served', () => {
    const served = caseOf({ type: 'REPAIR', amountFen: 0 })
    const told = textOf(papersOf(served, ['ORDER'], 'zh-CN'))
    expect(told).not.toContain('¥0.00')
    expect(told).toContain('R3.2')
    expect(told).toContain('¥266.00')
  })

  it('say that something is not on record rather than nothing', () => {
    const [shipment] = papersOf(caseOf(), ['SHIPMENT'], 'zh-CN')
    const delivered = shipment?.parts[0]?.facts.find(({ name }) => name === '签收时间')
    expect(delivered?.value).toBe('没有记录')
  })

  it('leave out what never was, and the beginning of what has no end', () => {
    expect(papersOf(caseOf({ returnShipment: null }), RECORD_KINDS, 'zh-CN')).toHaveLength(3)
    const talk = Array.from({ length: 350 }, (_, n) => said(n))
    const [paper] = papersOf(caseOf({ talk }), ['CONVERSATION'], 'zh-CN')
    expect(paper?.parts[0]?.title).toBe('共 350 条')
    expect(paper?.parts[0]?.entries).toHaveLength(300)
    expect(textOf(paper ? [paper] : [])).toContain('更早的 50 条略去')
  })

  it('are the same while the facts are, whenever they are asked for', () => {
    const again = () => textOf(papersOf(caseOf(), RECORD_KINDS, 'zh-CN'))
    expect(again()).toBe(again())
  })
})

describe('a drawn paper', { timeout: 30_000 }, () => {
  it('has the same bytes every time', async () => {
    const [paper] = papersOf(caseOf(), ['ORDER'], 'zh-CN')
    if (!paper) throw new Error('no paper')
    expect((await drawPaper(paper)).equals(await drawPaper(paper))).toBe(true)
  })

  it('goes over as many pages as it takes, whatever stands in it', async () => {
    const talk = Array.from({ length: 100 }, (_, n) => said(n))
    const odd = { ...said(100), text: `\u202e\u0007${'长'.repeat(2000)}😀 عربي` }
    const [paper] = papersOf(caseOf({ talk: [...talk, odd] }), ['CONVERSATION'], 'zh-CN')
    if (!paper) throw new Error('no paper')
    const document = await PDFDocument.load(await drawPaper(paper), { updateMetadata: false })
    expect(document.getPageCount()).toBeGreaterThan(4)
  })
})
