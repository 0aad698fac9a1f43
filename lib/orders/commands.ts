import { z } from 'zod'
import { instantSchema } from '@/lib/instant'
import { MAX_FEN } from '@/lib/money'
import { identifier, text } from '@/lib/text'

const lineSchema = z.strictObject({
  lineNo: z.int().min(1).max(100_000),
  sku: text({ max: 64 }),
  title: text({ max: 200 }),
  imageUrl: z
    .url({ protocol: /^https?$/, error: 'must be a web address' })
    .max(2000)
    .meta({ pattern: '^[Hh][Tt][Tt][Pp][Ss]?://.' })
    .optional(),
  quantity: z.int().min(1).max(1_000_000),
  paidFen: z.int().min(0).max(MAX_FEN),
  exchangeUntil: instantSchema().optional(),
  repairUntil: instantSchema().optional(),
})

/** An order as the platform tells of it. `paidFen` is for the whole line; money that belongs to no line may be in `totalFen`. */
export const orderSchema = z
  .strictObject({
    shopId: identifier(),
    buyer: z.strictObject({ id: identifier(), name: text({ max: 64 }), phone: text({ max: 32 }).optional() }),
    currency: z.literal('CNY'),
    totalFen: z.int().min(0).max(MAX_FEN),
    paidAt: instantSchema(),
    lines: z.array(lineSchema).min(1).max(100),
  })
  .superRefine(({ lines }, context) => {
    const seen = new Set<number>()
    for (const [index, { lineNo }] of lines.entries()) {
      if (seen.has(lineNo)) addFault(context, ['lines', index, 'lineNo'], 'lineRepeated', 'is there twice')
      seen.add(lineNo)
    }
  })
  .superRefine(
    ({ lines, totalFen }, context) => {
      const paidFen = lines.reduce((sum, line) => sum + line.paidFen, 0)
      if (totalFen < paidFen)
        addFault(context, ['totalFen'], 'totalBelowLines', `must be at least what its lines add up to, ${paidFen}`)
    },
    // an amount that is a fault itself adds up to nothing
    { when: ({ issues }) => issues.length === 0 },
  )

export const shipmentSchema = z.strictObject({ carrier: text({ max: 64 }), trackingNo: identifier() })
export const deliverySchema = z.strictObject({ deliveredAt: instantSchema() })

export type OrderRequest = z.output<typeof orderSchema>
export type OrderLineRequest = z.output<typeof lineSchema>
export type ShipmentRequest = z.output<typeof shipmentSchema>

function addFault(context: z.RefinementCtx, path: (string | number)[], code: string, message: string): void {
  context.addIssue({ code: 'custom', path, message, params: { code } })
}
