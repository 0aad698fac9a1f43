import { describe, expect, test } from 'vitest'
import { FAULT_KINDS, type PlanOptions, planFaults } from './plan'

const OPTIONS: PlanOptions = { seed: 8, seconds: 25, webs: 3, workers: 3, every: 1800 }

describe('the faults of a run', () => {
  test('are the same for the same seed', () => {
    expect(planFaults(OPTIONS)).toEqual(planFaults(OPTIONS))
  })

  test('are others for another seed', () => {
    expect(planFaults({ ...OPTIONS, seed: 9 })).not.toEqual(planFaults(OPTIONS))
  })

  test.each([1, 2, 3, 8, 2021])('are of every kind, whatever the seed (%i)', (seed) => {
    const kinds = new Set(planFaults({ ...OPTIONS, seed }).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual([...FAULT_KINDS].sort())
  })

  test('come in order, while there is a load, and to processes that there are', () => {
    const planned = planFaults({ ...OPTIONS, webs: 2, workers: 1 })
    const times = planned.map(({ atMs }) => atMs)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(Math.max(...times)).toBeLessThan(25_000)
    for (const fault of planned) {
      if (fault.kind === 'killWeb') expect(fault.which).toBeLessThan(2)
      if (fault.kind === 'killWorker' || fault.kind === 'pauseWorker') expect(fault.which).toBe(0)
    }
  })
})
