import { startWorker } from '@/lib/worker'

/** A worker process for tests, made to be killed in the middle of its work; told to, it ends as one that is shut down. */
const worker = await startWorker()
process.once('message', async () => {
  await worker.stop()
  process.exit(0)
})
