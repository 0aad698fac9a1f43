import { workOffRefunds } from '@/tests/support/queue'

/** A worker process for tests, made to be killed in the middle of its work. */
await workOffRefunds()
