import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }
const exclude = ['**/node_modules/**', '.next/**', 'e2e/**']
// they ask the API and not the database: on the bundled PostgreSQL is enough
const generated = process.env.AFTERDESK_TEST_POSTGRES ? ['**/tests/api/generated*'] : []

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,tests,components,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts'],
          env: { NODE_ENV: 'test' },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['{lib,tests,scripts}/**/*.db.test.ts'],
          exclude: [...exclude, ...generated],
          globalSetup: 'tests/support/postgres.ts',
          // One process per file: what hangs on globalThis, the pool above all, is then each file's own.
          pool: 'forks',
          isolate: true,
          testTimeout: 20_000,
          hookTimeout: 30_000,
          env: { NODE_ENV: 'test' },
        },
      },
    ],
  },
})
