import type { AfterSaleType } from '@/lib/after-sales/domain/after-sale'
import type { Command } from '@/lib/after-sales/domain/commands'
import type { Mark } from '@/lib/marks/domain/mark'
import type { BulkAct } from './views'

/** An act as it was prepared. `returnAddressId`: R2.2 where the returns go that it approves; null: the shop has none. */
export type Plan = { act: BulkAct; returnAddressId: string | null }

/** What is done to one case. `versioned`: only to the case that was shown. */
export type Step = { kind: 'COMMAND'; command: Command; versioned: boolean } | { kind: 'MARK'; mark: Mark }

/** What a plan comes to on a case of this type. */
export function stepOf({ act, returnAddressId }: Plan, type: AfterSaleType): Step {
  switch (act.type) {
    case 'approve': {
      const chosen = type === 'RETURN_REFUND' && returnAddressId !== null && { returnAddressId }
      return { kind: 'COMMAND', command: { type: 'approve', ...chosen }, versioned: true }
    }
    case 'sendMessage':
    case 'logContact':
      return { kind: 'COMMAND', command: act, versioned: false }
    case 'assign':
      return { kind: 'MARK', mark: { kind: 'ASSIGN', userId: act.userId } }
  }
}
