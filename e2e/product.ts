import { onData, type Running, type RunningDemo, run, runDemo } from '@/tests/support/running'

/** The product that the journeys are in. */
export type Product = RunningDemo

/** What the platform says who it is with. */
export const PLATFORM_KEY = 'a-platform-key-for-the-journeys-only'

const ENV = {
  AFTERDESK_PLATFORM_KEY: PLATFORM_KEY,
  // the receivers of the journeys listen on this machine
  AFTERDESK_WEBHOOK_ALLOW_PRIVATE: '1',
}

export function startProduct(): Promise<Product> {
  return runDemo(ENV, process.env.AFTERDESK_E2E_PAST)
}

/** Runs the demo until its past is made; returns the folder of its data. */
export async function makePast(): Promise<string> {
  const { dataDir, end } = await runDemo(ENV)
  await end()
  return dataDir
}

/** One more web process on the data of another product. */
export function startBeside({ dataDir }: Product): Promise<Running> {
  return run('scripts/serve.ts', { ...onData(dataDir), ...ENV })
}
