declare const minted: unique symbol

/** A shop that somebody has been let into. Only `mint.ts` makes one, for the gate and for API keys. */
export type ShopId = string & { readonly [minted]: true }

/** Whose rows a query may see: those of these shops, or the platform's, which is all. */
export type Scope = { kind: 'SHOPS'; shopIds: readonly ShopId[] } | { kind: 'PLATFORM' }

/** For SQL: `($1::text[] IS NULL OR "shopId" = ANY ($1))`. */
export function shopIdsOf(scope: Scope): readonly ShopId[] | null {
  return scope.kind === 'PLATFORM' ? null : scope.shopIds
}
