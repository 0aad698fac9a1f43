import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

// Whom PostgreSQL runs as when we are root, whom it refuses: "nobody" on every Linux.
const NOBODY = 65_534

/** How programs of PostgreSQL are to be started on this machine. */
export interface Launcher {
  /** Starts the program so that a terminal's Ctrl-C does not reach it, and that it ends when this process dies. */
  start(program: string, args: readonly string[], options: SpawnOptions): ChildProcess
  /** Gives a file or folder to the user that the programs run as. */
  handOver(path: string): void
}

/**
 * As root, PostgreSQL runs in a user namespace of its own, where it is nobody and yet owns what root owns; where
 * namespaces are forbidden it becomes nobody in earnest.
 */
export function prepareLauncher(): Launcher {
  const isRoot = process.getuid?.() === 0
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
  const hasNamespace = isRoot && canRun([...namespace, 'true'])
  const deathSignal = ['setpriv', '--pdeathsig', 'INT']
  const prefix = [...(hasNamespace ? namespace : []), ...(canRun([...deathSignal, 'true']) ? deathSignal : [])]
  const becomesNobody = isRoot && !hasNamespace
  return {
    start(program, args, options) {
      const [command = program, ...rest] = [...prefix, program, ...args]
      return spawn(command, rest, {
        ...options,
        ...(becomesNobody ? { uid: NOBODY, gid: NOBODY } : {}),
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
        detached: true,
        windowsHide: true,
      })
    },
    handOver(path) {
      if (!becomesNobody) return
      chownSync(path, NOBODY, NOBODY)
      // Nobody must be able to walk to it, though not to look around on the way.
      chmodSync(dirname(path), statSync(dirname(path)).mode | 0o011)
    },
  }
}

function canRun([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
