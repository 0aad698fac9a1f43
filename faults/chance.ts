/** Chance that comes out the same for the same seed and name, whatever else draws beside it. */
export type Chance = {
  /** Evenly from 0 up to 1. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  /** Whether something happens that happens so often. */
  hits(share: number): boolean
  /** One of these. Throws when there is none. */
  pick<T>(items: readonly T[]): T
  /** One of these, each as often as its weight says. Throws when nothing weighs anything. */
  draw<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T
}

export function createChance(seed: number, name: string): Chance {
  let state = hash(`${seed} ${name}`)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    hits: (share) => next() < share,
    pick: (items) => {
      const [picked] = items.slice(Math.floor(next() * items.length))
      if (picked === undefined) throw new Error('there is nothing to pick from')
      return picked
    },
    draw: (weights) => draw(weights, next()),
  }
}

function draw<T extends string>(weights: Readonly<Partial<Record<T, number>>>, at: number): T {
  let total = 0
  for (const key in weights) total += weights[key] ?? 0
  let left = at * total
  for (const key in weights) {
    left -= weights[key] ?? 0
    if (left < 0) return key
  }
  throw new Error('nothing weighs anything')
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193)
  return value
}
