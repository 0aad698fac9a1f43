/** Rows rendered beyond what can be seen, each way; and how many scroll by before others are rendered. */
const BEYOND = 8
const STEP = 4
/** What the server renders: as many as a tall screen shows. */
const FIRST = 30

/** Which rows are rendered: from `from`, up to `to` without it. */
export type RowWindow = { from: number; to: number }

export const firstWindow: RowWindow = { from: 0, to: FIRST }

/** Where a list lies in what scrolls: `above`: how much of it is scrolled out at the top, in px; negative when it begins further down. */
export type Place = { above: number; viewHeight: number; rowHeight: number }

/** The rows that can be seen and some around them; a little scrolling leaves it as it is. */
export function windowOf({ above, viewHeight, rowHeight }: Place): RowWindow {
  const from = Math.floor(above / rowHeight)
  const to = Math.ceil((above + viewHeight) / rowHeight)
  return {
    from: Math.max(0, Math.floor((from - BEYOND) / STEP) * STEP),
    to: Math.max(0, Math.ceil((to + BEYOND) / STEP) * STEP),
  }
}

/** The places of the rows in it, with those (`also`, -1 for none) that have to be there wherever they are. */
export function placesIn({ from, to }: RowWindow, count: number, also: readonly number[]): number[] {
  const places = new Set(also.filter((at) => at !== -1))
  for (let at = from; at < Math.min(to, count); at++) places.add(at)
  return [...places].sort((a, b) => a - b)
}
