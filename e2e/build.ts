import { ensureBuild } from '@/scripts/build'

/** Once, before the workers start their products of it. */
export default function build(): void {
  if (!ensureBuild()) throw new Error('The product cannot be built.')
}
