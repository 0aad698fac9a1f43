/** An order with its lines, as the database has it. */
export type OrderRecord = {
  shopId: string
  no: string
  buyerId: string
  buyerName: string
  buyerPhone: string | null
  currency: string
  totalFen: number
  paidAt: Date
  shippedAt: Date | null
  carrier: string | null
  trackingNo: string | null
  deliveredAt: Date | null
  lines: OrderLineRecord[]
}

export type OrderLineRecord = {
  lineNo: number
  sku: string
  title: string
  imageUrl: string | null
  quantity: number
  paidFen: number
  refundedFen: number
  exchangeUntil: Date | null
  repairUntil: Date | null
}
