import { ensureBuild } from '@/scripts/build'
import { runSandbox } from '@/scripts/sandbox'

if (!ensureBuild()) process.exit(1)
await runSandbox()
