import { createChance } from './chance'

/** What is done to the product while it is in use. Durations in ms of real time, `leapMs` of the product's. */
export type Fault =
  | { kind: 'killWeb'; which: number }
  | { kind: 'killWorker'; which: number }
  /** Stopped in the middle of whatever it does, and the clock leaps over deadlines meanwhile. */
  | { kind: 'pauseWorker'; which: number; forMs: number; leapMs: number }
  /** `immediate`: without a checkpoint, what is not in the log is gone. */
  | { kind: 'crashDatabase' }
  | { kind: 'dropConnections'; share: number }
  | { kind: 'delayConnections'; byMs: number; forMs: number }
  /** Every wait and every lease is over: who is at something is no longer alone with it. */
  | { kind: 'endWaits' }
  | { kind: 'silenceReceiver'; forMs: number }
  | { kind: 'leapClock'; leapMs: number }

export type FaultKind = Fault['kind']
/** `atMs`: since the load began. */
export type PlannedFault = Fault & { atMs: number }

/** `every`: about so many ms between two faults; a short run has a whole round all the same. */
export type PlanOptions = { seed: number; seconds: number; webs: number; workers: number; every: number }

const HOUR = 3_600_000
/** Leaps of the clock come a little less often than faults. */
const LEAPS_PER_FAULT = 0.8

const TROUBLES = [
  'killWeb',
  'killWorker',
  'pauseWorker',
  'crashDatabase',
  'dropConnections',
  'delayConnections',
  'endWaits',
  'silenceReceiver',
] as const satisfies readonly FaultKind[]
type Trouble = (typeof TROUBLES)[number]
export const FAULT_KINDS = [...TROUBLES, 'leapClock'] as const
/** How often each comes in a round; after a round every kind has come. */
const ROUND: Readonly<Record<Trouble, number>> = {
  killWeb: 1,
  killWorker: 3,
  pauseWorker: 2,
  crashDatabase: 1,
  dropConnections: 2,
  delayConnections: 1,
  endWaits: 2,
  silenceReceiver: 1,
}

const ROUND_SIZE = Object.values(ROUND).reduce((sum, times) => sum + times, 0)

/** The faults of a run, in order: the same for the same options. */
export function planFaults(options: PlanOptions): PlannedFault[] {
  return [...planTrouble(options), ...planLeaps(options)].sort((a, b) => a.atMs - b.atMs)
}

function planTrouble({ seed, seconds, webs, workers, every }: PlanOptions): PlannedFault[] {
  const chance = createChance(seed, 'faults')
  const count = Math.max(ROUND_SIZE, Math.round((seconds * 1000) / every))
  let round: Trouble[] = []
  return Array.from({ length: count }, (_, n) => {
    if (n % ROUND_SIZE === 0) round = shuffleRound(chance.next)
    const kind = round[n % ROUND_SIZE] ?? 'killWorker'
    return { atMs: Math.floor(((n + chance.next()) * seconds * 1000) / count), ...detail(kind) }
  })

  function detail(kind: Trouble): Fault {
    switch (kind) {
      case 'killWeb':
        return { kind, which: chance.int(0, webs - 1) }
      case 'killWorker':
        return { kind, which: chance.int(0, workers - 1) }
      case 'pauseWorker':
        return {
          kind,
          which: chance.int(0, workers - 1),
          forMs: chance.int(500, 3000),
          leapMs: chance.int(1, 60) * HOUR,
        }
      case 'dropConnections':
        return { kind, share: chance.pick([0.2, 0.5, 1]) }
      case 'delayConnections':
        return { kind, byMs: chance.int(50, 800), forMs: chance.int(500, 2500) }
      case 'silenceReceiver':
        return { kind, forMs: chance.int(500, 3000) }
      case 'crashDatabase':
      case 'endWaits':
        return { kind }
    }
  }
}

/** Some leaps pass over one stage of a case, some only near its end, so that decisions and deadlines meet. */
function planLeaps({ seed, seconds, every }: PlanOptions): PlannedFault[] {
  const chance = createChance(seed, 'leaps')
  const count = Math.max(1, Math.round((seconds * 1000 * LEAPS_PER_FAULT) / every))
  return Array.from({ length: count }, (_, n) => ({
    kind: 'leapClock',
    atMs: Math.floor(((n + chance.next()) * seconds * 1000) / count),
    leapMs: chance.pick([1, 5, 11, 24, 47.9, 48, 96]) * HOUR,
  }))
}

function shuffleRound(next: () => number): Trouble[] {
  const keyed: { kind: Trouble; key: number }[] = []
  for (const kind of TROUBLES) for (let n = 0; n < ROUND[kind]; n++) keyed.push({ kind, key: next() })
  return keyed.sort((a, b) => a.key - b.key).map(({ kind }) => kind)
}
