import { processWide } from '@/lib/process-wide'

type Hook = () => void | Promise<void>

const state = () => processWide('shutdown', () => ({ hooks: new Set<Hook>(), under: false }))

/** Calls the hook when the process is asked to end: an open stream closes itself here. Returns how to take it back. */
export function onShutdown(hook: Hook): () => void {
  const { hooks } = state()
  hooks.add(hook)
  return () => {
    hooks.delete(hook)
  }
}

/** Whether the process is ending: a stream that would open now had better not. */
export function isShuttingDown(): boolean {
  return state().under
}

/** Runs every hook once and waits for all of them; what one throws does not keep the others from running. */
export async function shutdown(): Promise<void> {
  const current = state()
  current.under = true
  const hooks = [...current.hooks]
  current.hooks.clear()
  await Promise.allSettled(hooks.map(async (hook) => hook()))
}
