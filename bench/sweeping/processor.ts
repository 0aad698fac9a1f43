import { existsSync, readdirSync, readFileSync } from 'node:fs'

/**
 * What processes have cost so far, as Linux keeps it; elsewhere nothing is known. Beside what else a machine does the
 * time of a clock says little, that of the processors much.
 */

const TICK_MS = 10
const known = existsSync('/proc/self/stat')

/** The processor time of PostgreSQL and of every backend that it has or had, in ms; NaN where nobody knows. */
export function readPostgresMs(postmaster: number): number {
  if (!known) return Number.NaN
  const own = readTimes(postmaster)
  const living = childrenOf(postmaster).map((pid) => readTimes(pid).own)
  return own.own + own.ended + living.reduce((a, b) => a + b, 0)
}

/** The most memory that a process has had, in MB; NaN where nobody knows. */
export function readPeakMb(pid: number): number {
  return readStatus(pid, 'VmHWM')
}

/** What it has now, in MB. */
export function readMb(pid: number): number {
  return readStatus(pid, 'VmRSS')
}

function readStatus(pid: number, field: string): number {
  const kb = known
    ? new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    : undefined
  return kb === undefined ? Number.NaN : Number(kb) / 1024
}

// fields of proc(5) stat behind the name, which may hold anything: the times of the process and of its children that ended
function readTimes(pid: number): { own: number; ended: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number)
    return { own: (user + system) * TICK_MS, ended: (endedUser + endedSystem) * TICK_MS }
  } catch {
    // it has just ended: its parent has the times now
    return { own: 0, ended: 0 }
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
      return Number(parent) === pid ? [Number(name)] : []
    } catch {
      return []
    }
  })
}
