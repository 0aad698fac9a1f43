import pg from 'pg'

/** Whose rows the statements of a transaction can touch at all, whatever they ask for. A `Scope` is one. */
export type Reach = { kind: 'SHOPS'; shopIds: readonly string[] } | { kind: 'PLATFORM' }

/** For what acts for no shop in particular: sweep and workers, support, finding out who somebody is. */
export const EVERYWHERE = { kind: 'PLATFORM' } as const satisfies Reach

/** For what is no shop's: people and their passwords, the clock, answers that were given before. */
export const NOWHERE = { kind: 'SHOPS', shopIds: [] } as const satisfies Reach

export function ofShop(shopId: string): Reach {
  return { kind: 'SHOPS', shopIds: [shopId] }
}

export function ofShops(shopIds: readonly string[]): Reach {
  return { kind: 'SHOPS', shopIds }
}

/** A shop's; without one it is the platform's, which reaches all. */
export function ofOwner(shopId: string | null): Reach {
  return shopId === null ? EVERYWHERE : ofShop(shopId)
}

/** SQL that gives the transaction it runs in this reach, and lets go of it at the transaction's end. */
export function setReach(reach: Reach): string {
  return `SET LOCAL afterdesk.shops = ${pg.escapeLiteral(reach.kind === 'PLATFORM' ? '*' : toArray(reach.shopIds))}`
}

// A simple query ends at a NUL: what comes after one would be read as something else.
function toArray(shopIds: readonly string[]): string {
  if (shopIds.some((id) => id.includes('\0'))) throw new RangeError('a shop’s id holds no NUL')
  return `{${shopIds.map((id) => `"${id.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
}
