import { expect, test } from 'vitest'
import type { WebhookHealth } from '@/lib/webhooks/views'
import type { EndpointPage } from './fetch'
import { untilNext } from './until-next'

const NOW = Date.UTC(2026, 2, 12)
const OK: WebhookHealth = { state: 'OK' }
const paused = (until: number): WebhookHealth => ({ state: 'OPEN', since: NOW - 60_000, until, failures: 5 })

function page(health: WebhookHealth, ...nextAttempts: (number | null)[]): EndpointPage {
  return {
    endpoint: {
      id: 'we_1',
      url: 'https://erp.example.com/',
      types: null,
      createdAt: NOW,
      createdBy: null,
      previousSecretUntil: null,
      health,
      waiting: nextAttempts.length,
    },
    rows: nextAttempts.map((nextAttemptAt, index) => ({
      id: `wd_${index}`,
      webhookId: `evt_${index}`,
      type: 'after_sale.created',
      subject: 'AS1',
      status: nextAttemptAt === null ? 'DELIVERED' : 'PENDING',
      attempts: 0,
      lastStatusCode: null,
      lastError: null,
      createdAt: NOW,
      nextAttemptAt,
      finishedAt: null,
    })),
    nextCursor: null,
    now: NOW,
  }
}

test.each([
  ['nothing waits', [page(OK, null)], 30_000],
  ['one is being sent', [page(OK, null, NOW)], 2000],
  ['one is tried again in 8 s', [page(OK, NOW + 8000)], 9000],
  ['one is tried again in 4 h', [page(OK, NOW + 14_400_000)], 30_000],
  ['the soonest counts', [page(OK, NOW + 20_000, NOW + 8000)], 9000],
  ['one has long waited for another of its case', [page(OK, NOW - 600_000)], 30_000],
  ['retries are paused: what waits does not count', [page(paused(NOW + 12_000), NOW - 1000)], 13_000],
  ['retries are paused, and one is being tried', [page(paused(NOW - 1000), NOW - 9000)], 2000],
  ['each page that was loaded is asked for anew', [page(OK, NOW), page(OK, null)], 4000],
  ['nothing was loaded', [], 30_000],
])('when %s', (_, pages, ms) => {
  expect(untilNext(pages)).toBe(ms)
})
