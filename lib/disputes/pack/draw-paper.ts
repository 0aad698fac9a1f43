import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Entry, Fact, Paper, Part } from './paper'

const FONTS = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts')
// named by their paths and never registered: under a second name the whole font would be read anew at every use
const REGULAR = join(FONTS, 'NotoSansHans-Regular.otf')
const MEDIUM = join(FONTS, 'NotoSansHans-Medium.otf')

const MARGIN = 56
const NAME_WIDTH = 96
const INK = '#14191c'
const QUIET = '#5c666c'
const LINE = '#cbd2d5'

type Pdf = InstanceType<typeof PDFDocument>

/** Draws a paper on A4. What it is drawn of decides every byte: no date of making, no random id. */
export function drawPaper(paper: Paper): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 16 },
    bufferPages: true,
    font: REGULAR,
    info: { Title: paper.title, CreationDate: new Date(0), ModDate: new Date(0) },
  })
  const chunks: Buffer[] = []
  const drawn = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  write(pdf, paper.title, { font: MEDIUM, size: 16 })
  write(pdf, paper.head.map(({ name, value }) => `${name} ${value}`).join('　'), { color: QUIET })
  for (const part of paper.parts) drawPart(pdf, part)
  drawFeet(pdf, paper)
  pdf.end()
  return drawn
}

function drawPart(pdf: Pdf, { title, clause, facts, entries }: Part): void {
  keepTogether(pdf, 60)
  pdf.moveDown(1.2)
  rule(pdf)
  pdf.moveDown(0.6)
  const { y } = pdf
  write(pdf, title, { font: MEDIUM, size: 11 })
  if (clause !== null) aside(pdf, clause, y)
  pdf.moveDown(0.3)
  for (const one of facts) drawFact(pdf, one)
  for (const one of entries) drawEntry(pdf, one)
}

function drawFact(pdf: Pdf, { name, value }: Fact): void {
  const width = innerWidth(pdf) - NAME_WIDTH
  keepTogether(pdf, pdf.font(REGULAR).fontSize(10).heightOfString(clean(value), { width }))
  const { y } = pdf
  pdf.fillColor(QUIET).text(clean(name), MARGIN, y, { width: NAME_WIDTH - 8 })
  const below = pdf.y
  pdf.fillColor(INK).text(clean(value), MARGIN + NAME_WIDTH, y, { width, lineGap: 3 })
  pdf.y = Math.max(pdf.y, below)
  pdf.x = MARGIN
}

function drawEntry(pdf: Pdf, { when, who, text, aside: more }: Entry): void {
  keepTogether(pdf, 44)
  pdf.moveDown(0.5)
  const { y } = pdf
  write(pdf, `${when}　${who}`, { color: QUIET, size: 9, width: innerWidth(pdf) * 0.62 })
  const below = pdf.y
  aside(pdf, more, y)
  pdf.y = Math.max(pdf.y, below)
  if (text !== '') write(pdf, text, { gap: 3 })
}

/** The number of the page and where the words come from, once it is known how many pages there are. */
function drawFeet(pdf: Pdf, { foot, page }: Paper): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index)
    // below the margin, where text would begin a page of its own
    pdf.page.margins.bottom = 0
    const y = pdf.page.height - MARGIN
    const number = page.replace('{n}', String(index + 1)).replace('{of}', String(count))
    pdf.font(REGULAR).fontSize(8).fillColor(QUIET)
    pdf.text(clean(foot), MARGIN, y, { width: innerWidth(pdf) - 90 })
    pdf.text(clean(number), MARGIN, y, { width: innerWidth(pdf), align: 'right' })
  }
}

type Look = { font?: string; size?: number; color?: string; width?: number; gap?: number }

function write(pdf: Pdf, text: string, { font = REGULAR, size = 10, color = INK, width, gap = 1 }: Look = {}): void {
  pdf
    .font(font)
    .fontSize(size)
    .fillColor(color)
    .text(clean(text), MARGIN, pdf.y, { width: width ?? innerWidth(pdf), lineGap: gap })
}

function aside(pdf: Pdf, text: string, y: number): void {
  pdf.font(REGULAR).fontSize(9).fillColor(QUIET)
  const x = MARGIN + innerWidth(pdf) * 0.64
  pdf.text(clean(text), x, y, { width: innerWidth(pdf) * 0.36, align: 'right' })
  pdf.x = MARGIN
}

function rule(pdf: Pdf): void {
  pdf
    .moveTo(MARGIN, pdf.y)
    .lineTo(MARGIN + innerWidth(pdf), pdf.y)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke()
}

/** On a new page what would begin at the very end of this one. */
function keepTogether(pdf: Pdf, height: number): void {
  const room = pdf.page.height - pdf.page.margins.bottom - pdf.y
  if (height > room && room < pdf.page.height / 3) pdf.addPage()
}

function innerWidth(pdf: Pdf): number {
  return pdf.page.width - 2 * MARGIN
}

/** No sign that turns the reading direction or cannot be seen. */
function clean(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[^\P{C}\n\u{10000}-\u{10FFFF}]/gu, '')
}
