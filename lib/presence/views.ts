/** Somebody else who has a case open. */
export type Watcher = { userId: string; name: string }
/** By the number of the case; only cases that somebody looks at, everybody once, by name. */
export type Presence = { readonly [no: string]: readonly Watcher[] }

/** A tab says so often, in ms, what it shows, while it is looked at. */
export const SAY_EVERY_MS = 15_000
