import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What a running server writes into its `postmaster.pid`. */
export interface Postmaster {
  pid: number
  port: number
  status: z.infer<typeof statuses>
}

const pidFile = (dataDir: string) => join(dataDir, 'postmaster.pid')
const statuses = z.enum(['starting', 'ready', 'stopping', 'unknown']).catch('unknown')

/** The server that owns the data directory, or null when none runs. */
export function findPostmaster(dataDir: string): Postmaster | null {
  const lines = readPidFile(dataDir)
  if (lines === null) return null
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || !isServerOf(pid, dataDir)) return null
  return { pid, port: Number(lines[3]), status: statuses.parse(lines[7]?.trim()) }
}

/**
 * Removes the `postmaster.pid` of a server that was killed when its process id belongs to something else by now.
 * PostgreSQL sees for itself that a process is gone, but takes any living one for the server and refuses to start.
 */
export function removeStalePidFile(dataDir: string): void {
  const pid = Number(readPidFile(dataDir)?.[0])
  if (Number.isInteger(pid) && isAlive(pid) && !isServerOf(pid, dataDir)) rmSync(pidFile(dataDir), { force: true })
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readPidFile(dataDir: string): string[] | null {
  try {
    return readFileSync(pidFile(dataDir), 'utf8').split('\n')
  } catch {
    return null
  }
}

function isServerOf(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false
  // Windows has no cheap way to read another process's command line; there a living process is believed.
  if (process.platform === 'win32') return true
  const command = readCommandLine(pid)
  return command.includes('postgres') && command.includes(dataDir)
}

function readCommandLine(pid: number): string {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
