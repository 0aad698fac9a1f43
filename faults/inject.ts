import { setTimeout as wait } from 'node:timers/promises'
import { isConnectionLost } from '@/lib/lost-connection'
import type { Chance } from './chance'
import type { Cluster } from './cluster'
import type { Fault, PlannedFault } from './plan'
import type { Program } from './program'
import type { Receiver } from './receiver'
import type { Tally } from './tally'
import { endWaits, leapClock } from './waits'
import type { Wire } from './wire'

/** Everything that a fault can be done to. */
export type Stage = {
  cluster: Cluster
  wire: Wire
  receiver: Receiver
  webs: readonly Program[]
  workers: readonly Program[]
  chance: Chance
  tally: Tally
  /** How far the product's clock has leapt, in ms. */
  leapt: { ms: number }
}

/** Does what is planned when its time has come, and returns when the last of it is over. */
export async function injectFaults(stage: Stage, plan: readonly PlannedFault[]): Promise<void> {
  const begun = performance.now()
  const lasting: Promise<void>[] = []
  for (const fault of plan) {
    await wait(Math.max(0, fault.atMs - (performance.now() - begun)))
    // what lasts does not keep the next one waiting, but a database that starts again does
    const done = inject(stage, fault)
    if (fault.kind === 'crashDatabase') await done
    else lasting.push(done)
  }
  await Promise.all(lasting)
}

/** Whatever was done to it is undone: everything passes, runs and is taken. */
export function heal({ wire, receiver, workers }: Stage): void {
  wire.delay(0)
  receiver.silence(false)
  for (const worker of workers) worker.resume()
}

async function inject(stage: Stage, fault: Fault): Promise<void> {
  const { cluster, wire, receiver, chance, tally } = stage
  switch (fault.kind) {
    case 'killWeb':
      stage.webs[fault.which]?.kill()
      break
    case 'killWorker':
      stage.workers[fault.which]?.kill()
      break
    case 'pauseWorker':
      stage.workers[fault.which]?.pause()
      await leap(stage, fault.leapMs)
      await wait(fault.forMs)
      stage.workers[fault.which]?.resume()
      break
    case 'crashDatabase':
      await cluster.crash()
      break
    case 'dropConnections':
      tally.count('connections dropped', wire.drop(fault.share, chance.next))
      break
    case 'delayConnections':
      wire.delay(fault.byMs)
      await wait(fault.forMs)
      wire.delay(0)
      break
    case 'silenceReceiver':
      receiver.silence(true)
      await wait(fault.forMs)
      receiver.silence(false)
      break
    case 'endWaits':
      // a fault that meets another one may find no database
      await endWaits(cluster).catch((error: unknown) => miss(tally, 'endWaits missed', error))
      break
    case 'leapClock':
      await leap(stage, fault.leapMs)
  }
  tally.count(fault.kind)
}

async function leap({ cluster, leapt, tally }: Stage, leapMs: number): Promise<void> {
  try {
    await leapClock(cluster, leapMs)
    leapt.ms += leapMs
  } catch (error) {
    miss(tally, 'leap missed', error)
  }
}

/** Whatever else goes wrong is a defect of the run. */
function miss(tally: Tally, name: string, error: unknown): void {
  if (!isConnectionLost(error)) throw error
  tally.count(name)
}
