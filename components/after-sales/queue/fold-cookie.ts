/** Remembers whether the forecast is folded. The server reads it too, so it is no part of a client module. */
export const FOLD_COOKIE = 'forecast'
