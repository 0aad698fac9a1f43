import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signRequest } from '@/lib/refunds/signature'
import { type Chance, createChance } from './chance'
import { type Gateway, startGateway } from './gateway'
import { createTally } from './tally'

const SECRET = 'a payment secret of this test, long enough'
let gateway: Gateway
/** What it does next; without more, what is right. */
let plans: string[]

beforeEach(async () => {
  plans = []
  const chance: Chance = {
    ...createChance(1, 'gateway'),
    draw(weights) {
      const planned = plans.shift()
      for (const name in weights) if (name === (planned ?? name)) return name
      throw new Error(`it never does ${planned}`)
    },
  }
  gateway = await startGateway({ secret: SECRET, chance, tally: createTally(), callbackUrl: () => null })
})

afterEach(() => gateway.close())

async function ask(path: string, body?: object, secret = SECRET): Promise<{ status: number; said: unknown } | 'lost'> {
  const raw = body ? JSON.stringify(body) : ''
  const headers = signRequest(secret, 'RF1', raw)
  const response = await fetch(`${gateway.url}${path}`, {
    headers: { ...headers },
    ...(body ? { method: 'POST', body: raw } : {}),
  }).catch(() => null)
  return response ? { status: response.status, said: await response.json() } : 'lost'
}

const pay = () => ask('/refunds', { refundNo: 'RF1', amountFen: 500 })
const look = () => ask('/refunds/RF1')
const paid = { status: 200, said: { refundNo: 'RF1', status: 'SUCCEEDED', amountFen: 500 } }

describe('the payment service of a run', () => {
  test('pays a number once, however often it is asked', async () => {
    expect(await pay()).toEqual(paid)
    expect(await pay()).toEqual(paid)
    expect(gateway.book.get('RF1')).toMatchObject({ asked: 2, payments: [{ amountFen: 500 }] })
  })

  test('tells the truth about what it paid without saying so', async () => {
    plans = ['payAndCut']
    expect(await pay()).toBe('lost')
    expect(await look()).toEqual(paid)
  })

  test('has not paid what failed, and pays it when it is asked again', async () => {
    plans = ['fail']
    expect(await pay()).toMatchObject({ said: { status: 'FAILED', retryable: true } })
    expect(gateway.book.get('RF1')?.payments).toEqual([])
    expect(await pay()).toEqual(paid)
  })

  test('knows nothing of what it crashed on, and nothing of who does not sign', async () => {
    plans = ['crash']
    expect(await pay()).toMatchObject({ status: 503 })
    expect(
      await ask('/refunds', { refundNo: 'RF1', amountFen: 500 }, 'somebody else has this secret, not we'),
    ).toMatchObject({ status: 401 })
    expect(await look()).toMatchObject({ status: 404, said: { status: 'UNKNOWN' } })
  })

  test('behaves when it is told to', async () => {
    plans = ['crash']
    gateway.behave()
    expect(await pay()).toEqual(paid)
  })
})
