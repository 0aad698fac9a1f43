import { rmSync } from 'node:fs'
import { ensureBuild } from '@/scripts/build'
import { makePast } from './product'

/** Once, before the workers start their products: the build, and the demo's past, which all of them begin with. */
export default async function prepare(): Promise<() => void> {
  if (!ensureBuild()) throw new Error('The product cannot be built.')
  const past = await makePast()
  process.env.AFTERDESK_E2E_PAST = past
  return () => rmSync(past, { recursive: true, force: true })
}
