import { describe, expect, test } from 'vitest'
import { type Head, type Turn, takeTurn } from './turn'

const NOW = 10_000
const head: Head = { nextAttemptAt: NOW, giveUpAt: NOW + 1000, leasedUntil: null }
type Given = { head?: Partial<Head>; openUntil?: number; inFlight?: number }

const turnOf = ({ head: change, openUntil, inFlight = 0 }: Given): Turn =>
  takeTurn({ ...head, ...change }, { openUntil: openUntil ?? null }, { now: NOW, inFlight, limit: 5 })

describe('what is next in a lane', () => {
  test.each<[string, Given, Turn]>([
    ['goes when its time has come', {}, { kind: 'SEND', probe: false }],
    ['waits for its time', { head: { nextAttemptAt: NOW + 1 } }, { kind: 'LATER', at: NOW + 1 }],
    ['waits for whoever has the lane', { head: { leasedUntil: NOW + 1 } }, { kind: 'LATER', at: NOW + 1 }],
    ['is taken from whoever lost it', { head: { leasedUntil: NOW } }, { kind: 'SEND', probe: false }],
    ['takes the last place', { inFlight: 4 }, { kind: 'SEND', probe: false }],
    ['waits for a place', { inFlight: 5 }, { kind: 'WAIT' }],
    ['goes once more after its time to give up', { head: { giveUpAt: NOW - 1 } }, { kind: 'SEND', probe: false }],
    ['waits for the circuit', { openUntil: NOW + 1 }, { kind: 'WAIT' }],
    ['probes it when the pause is over', { openUntil: NOW }, { kind: 'SEND', probe: true }],
    [
      'probes it before its own time',
      { openUntil: NOW, head: { nextAttemptAt: NOW + 9 } },
      { kind: 'SEND', probe: true },
    ],
    ['waits while another probes', { openUntil: NOW, inFlight: 1 }, { kind: 'WAIT' }],
    ['is given up before an open circuit', { openUntil: NOW + 1, head: { giveUpAt: NOW } }, { kind: 'GIVE_UP' }],
    ['probes even then', { openUntil: NOW, head: { giveUpAt: NOW } }, { kind: 'SEND', probe: true }],
    [
      'leaves a lane in hand alone even then',
      { openUntil: NOW, head: { leasedUntil: NOW + 1 } },
      { kind: 'LATER', at: NOW + 1 },
    ],
  ])('%s', (_, given, turn) => {
    expect(turnOf(given)).toEqual(turn)
  })
})
