import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }
const exclude = ['**/node_modules/**', '.next/**', 'e2e/**']
// not about the database but what stands around it: on the bundled PostgreSQL is enough
const elsewhere = [
  ...['tests/{api,permissions}/**', 'tests/desk-*', 'faults/**', 'scripts/**', 'lib/sandbox/demo*'],
  ...['lib/files/{pdf,s3}*', 'lib/disputes/pack/**', 'lib/db/embedded*', 'lib/backup/{embedded,killed}*'],
  ...['lib/webhooks/circuit*', 'lib/notifications/mail*', 'lib/refunds/http-gateway*'],
]
const settled = process.env.AFTERDESK_TEST_POSTGRES ? elsewhere : []

export default defineConfig({
  test: {
    // One alone waits for PostgreSQL half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,tests,components,scripts,faults}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts'],
          // They put back what they change of their process, so that one serves many of them.
          isolate: false,
          env: { NODE_ENV: 'test' },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['{lib,tests,scripts,faults}/**/*.db.test.ts'],
          exclude: [...exclude, ...settled],
          globalSetup: 'tests/support/postgres.ts',
          // One process per file: what hangs on globalThis, the pool above all, is then each file's own.
          pool: 'forks',
          isolate: true,
          // Nothing is proven by them: they end what would never end, on the slowest of machines too.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
          env: { NODE_ENV: 'test' },
        },
      },
    ],
  },
})
