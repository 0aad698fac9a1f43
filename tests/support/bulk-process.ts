import { workOffQueue } from '@/tests/support/bulk'

/** A worker process for tests, made to be killed in the middle of its work. */
await workOffQueue()
