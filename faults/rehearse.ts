import { createChance } from './chance'
import { check } from './check/checker'
import type { Finding } from './check/finding'
import { heal, injectFaults, type Stage } from './inject'
import { openBook } from './load/book'
import { applyOften, beBuyer, createBuyer } from './load/buyers'
import { createClient } from './load/client'
import { createPerson } from './load/desk'
import { beMerchant } from './load/merchants'
import { openShops } from './load/shops'
import { beSupport, retryStuck } from './load/support'
import type { RunOptions } from './options'
import { planFaults } from './plan'
import { waitUntilQuiet } from './quiet'
import type { Run } from './report'
import { leapClock } from './waits'
import { PLATFORM_KEY, type World } from './world'

const DAY = 24 * 3_600_000
/** After the last fault every clock that still runs comes to its end: the longest is ten days. */
const LAST_LEAP_MS = 11 * DAY
const QUIET_WITHIN_MS = 180_000
/** So many cases each buyer has before anything goes wrong. */
const CASES_BEFORE = 5

type Given = { options: RunOptions; tallies: Run['tallies'] }
type Met = Pick<Run, 'snapshot' | 'load' | 'receivers' | 'leaptMs' | 'findings'>

/** The run itself: people at work while the faults happen, then peace, and then the checker. */
export async function rehearse(world: World, { options, tallies }: Given): Promise<Met> {
  const { seed } = options
  const { cluster, gateway, receiver } = world
  const stage: Stage = { ...world, chance: createChance(seed, 'stage'), tally: tallies.faults, leapt: { ms: 0 } }
  const load = openBook()
  const as = (name: string, key: string) => {
    const chance = createChance(seed, name)
    const client = createClient({ addresses: world.addresses, chance, tally: tallies.answers })
    return createPerson({ name, key, chance, client, book: load })
  }
  const support = as('support', PLATFORM_KEY)
  const shops = await openShops(support.client, PLATFORM_KEY, receiver)

  let over = false
  const going = () => !over
  const now = () => Date.now() + stage.leapt.ms
  const shopIds = shops.map(({ shopId }) => shopId)
  const buyers = Array.from({ length: options.buyers }, (_, n) =>
    createBuyer({ ...as(`buyer${n}`, PLATFORM_KEY), shopIds, now }),
  )
  await Promise.all(buyers.map((buyer) => applyOften(buyer, CASES_BEFORE)))
  const people = [
    ...buyers.map((buyer) => beBuyer(buyer, going)),
    // two at the same queue get in each other's way
    ...[...shops, ...shops.slice(0, 1)].map(({ agent }, n) => beMerchant(as(`merchant${n}`, agent), going)),
    beSupport(support, going),
  ]
  await injectFaults(stage, planFaults(options))
  over = true
  heal(stage)
  gateway.behave()
  receiver.behave()
  await Promise.all([...world.webs, ...world.workers].map((program) => program.up()))
  // whoever still asks is answered now
  await Promise.all(people)

  const findings = await settle(stage, () => retryStuck(support))
  const { snapshot, findings: found } = await cluster.use((client) =>
    check(client, { load, gateway: gateway.book, receivers: receiver.books() }),
  )
  return {
    snapshot,
    load,
    receivers: receiver.books(),
    leaptMs: stage.leapt.ms,
    findings: [...findings, ...found],
  }
}

/** Waits for peace, lets every clock come to its end, and waits for peace again. */
async function settle({ cluster, leapt }: Stage, help: () => Promise<unknown>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const leapMs of [0, LAST_LEAP_MS]) {
    if (leapMs > 0) await leapClock(cluster, leapMs)
    leapt.ms += leapMs
    const unrest = await waitUntilQuiet(cluster, { withinMs: QUIET_WITHIN_MS, help })
    if (unrest) findings.push({ kind: 'notQuiet', subject: 'the run', text: JSON.stringify(unrest) })
  }
  return findings
}
