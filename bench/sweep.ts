import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Accuracy, measureAccuracy } from './sweeping/accuracy'
import { type Ending, fillDue } from './sweeping/due-cases'
import type { Engine } from './sweeping/hand'
import { type Hand, type Met, setToWork, startHand } from './sweeping/hands'
import { type Places, withPlaces } from './sweeping/places'
import { readPostgresMs } from './sweeping/processor'
import { findingsOf, formatAccuracy, formatRates, type Measured, summarize } from './sweeping/report'
import { fillJobs } from './sweeping/rivals'

/**
 * Due cases decided per second by one and by two workers, beside what else could be done, and how soon after its end a
 * deadline is decided: `npx tsx bench/sweep.ts [--cases 10000] [--repeats 5] [--spread 20000] [--json file]`. Everything is measured in turns, each
 * on a copy of the same database, so that what else the machine does hits all alike; the first round warms up and is not
 * counted.
 */

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    repeats: { type: 'string', default: '5' },
    spread: { type: 'string', default: '20000' },
    json: { type: 'string' },
  },
})
const [cases, repeats, spread] = [Number(values.cases), Number(values.repeats), Number(values.spread)]
/** One transaction a case takes so much longer that fewer of them say the same. */
const FEWER = 10

type Turn = { engine: Engine; workers: number; ending: Ending; on: string }
const ENDINGS: readonly Ending[] = ['refund', 'close']
const TURNS: readonly Turn[] = [
  ...ENDINGS.flatMap((ending): Turn[] => [
    { engine: 'plain SQL', workers: 1, ending, on: ending },
    { engine: 'sweep', workers: 1, ending, on: ending },
    { engine: 'sweep', workers: 2, ending, on: ending },
    { engine: 'one by one', workers: 1, ending, on: `few_${ending}` },
  ]),
  { engine: 'graphile-worker', workers: 1, ending: 'close', on: 'jobs' },
  { engine: 'graphile-worker', workers: 2, ending: 'close', on: 'jobs' },
  { engine: 'pg-boss', workers: 1, ending: 'close', on: 'jobs' },
  { engine: 'pg-boss', workers: 2, ending: 'close', on: 'jobs' },
]
const AT = `app_now() - interval '1 minute'`

await withPlaces(async (places) => {
  for (const ending of ENDINGS) {
    await places.make(ending, () => fillDue(cases, { ending, at: AT }))
    await places.make(`few_${ending}`, () => fillDue(Math.ceil(cases / FEWER), { ending, at: AT }))
  }
  await places.make('jobs', (url) => fillJobs(cases, url))
  const rates = summarize(await measureRates(places))
  console.log(`\n${formatRates(rates)}`)
  const accuracy: Accuracy | null = spread > 0 ? await measureAccuracy(places, spread) : null
  if (accuracy) console.log(`\n${formatAccuracy(accuracy)}`)
  if (values.json)
    await writeFile(
      values.json,
      JSON.stringify({ findings: findingsOf(rates, accuracy), cases, repeats, rates, accuracy }, null, 2),
    )
})

async function measureRates(places: Places): Promise<Measured[]> {
  const hands = [startHand(), startHand()]
  const measured: Measured[] = TURNS.map((turn) => ({ ...turn, rounds: [] }))
  try {
    for (let round = 0; round <= repeats; round++) {
      for (const turn of measured) {
        const met = await measureTurn(places, turn, hands.slice(0, turn.workers))
        if (round > 0) turn.rounds.push(met)
      }
      console.log(round === 0 ? 'warmed up' : `round ${round} of ${repeats}`)
    }
  } finally {
    for (const hand of hands) hand.disconnect()
  }
  return measured
}

async function measureTurn({ server, onCopy }: Places, turn: Turn, hands: readonly Hand[]): Promise<Met> {
  return onCopy(turn.on, async (url) => {
    const order = { engine: turn.engine, url, ending: turn.ending }
    const met = await setToWork(hands, order, () => readPostgresMs(server.pid))
    const expected = turn.on.startsWith('few') ? Math.ceil(cases / FEWER) : cases
    if (met.done !== expected) throw new Error(`${turn.engine} did ${met.done} of ${expected}.`)
    return met
  })
}
