import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 500

interface Relation {
  parent: number
  command: string
}

/**
 * Calls `gone` once the npm that started this process has died. Killed with SIGKILL, npm and its shell cannot hand the
 * end on, and the server would live on unseen and keep its port. Does nothing when npm did not start this process.
 */
export function watchNpm(gone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const line = findLineToNpm()
  if (line === null) return
  const timer = setInterval(() => {
    if (isUnbroken(line)) return
    clearInterval(timer)
    gone()
  }, LOOK_EVERY_MS)
  timer.unref()
}

// From this process upwards to npm: a child whose parent dies is given another, so a broken line shows even when the
// dead process still lingers unburied.
function findLineToNpm(): number[] | null {
  const line = [process.pid]
  let current = readRelation(process.pid)
  while (current && current.parent > 1 && line.length < 8) {
    line.push(current.parent)
    current = readRelation(current.parent)
    if (current && /\b(npm|pnpm|yarn)\b/.test(current.command) && !/^(\S*\/)?(ba|da|z)?sh\b/.test(current.command)) {
      return line
    }
  }
  return null
}

function isUnbroken(line: readonly number[]): boolean {
  return line.slice(0, -1).every((pid, index) => readRelation(pid)?.parent === line[index + 1])
}

function readRelation(pid: number): Relation | null {
  try {
    return process.platform === 'linux' ? readFromProc(pid) : readFromPs(pid)
  } catch {
    return null
  }
}

function readFromProc(pid: number): Relation {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in brackets may hold anything; what follows the last bracket is "state parent …".
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }
}

function readFromPs(pid: number): Relation {
  const answer = execFileSync('ps', ['-ww', '-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  const [parent = '', ...command] = answer.split(/\s+/)
  return { parent: Number(parent), command: command.join(' ') }
}
