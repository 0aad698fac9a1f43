import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { isConnectionLost } from './lost-connection'

const failure = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code })

describe('the database cannot be heard', () => {
  test.each([
    ['the other end is gone', failure('Connection terminated unexpectedly'), true],
    ['its pool was closed', failure('Connection terminated'), true],
    ['it was gone before', failure('Client has encountered a connection error and is not queryable'), true],
    ['nobody takes the call', failure('connect', 'ECONNREFUSED'), true],
    ['the line was cut', failure('read', 'ECONNRESET'), true],
    ['there was no connection in time', failure('timeout exceeded when trying to connect'), true],
    ['it shuts down', failure('terminating connection', '57P01'), true],
    ['it crashed', failure('terminating connection', '57P02'), true],
    ['it starts', failure('the database system is starting up', '57P03'), true],
    ['it had no answer in time', failure('canceling statement due to statement timeout', '57014'), false],
    ['it refuses a row', failure('violates check constraint', '23514'), false],
    ['something else is wrong', failure('x is not a function'), false],
    ['somebody threw a text', 'Connection terminated', false],
  ])('%s', (_, error, lost) => {
    expect(isConnectionLost(error)).toBe(lost)
  })
})

// starting a process takes as long as the machine takes
describe('a process whose job runner tells nobody of a failure', { timeout: 60_000 }, () => {
  const run = (message: string) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        `
        const { surviveLostConnections } = await import('@/lib/lost-connection')
        surviveLostConnections()
        void Promise.reject(new Error(${JSON.stringify(message)}))
        setImmediate(() => console.log('alive'))`,
      ],
      { encoding: 'utf8', env: { ...process.env, LOG_LEVEL: 'silent' } },
    )

  test('goes on when the database was lost', () => {
    expect(run('Connection terminated unexpectedly')).toMatchObject({ status: 0, stdout: 'alive\n' })
  })

  test('ends when it is a defect', () => {
    const { status, stderr } = run('x is not a function')
    expect(status).not.toBe(0)
    expect(stderr).toContain('x is not a function')
  })
})
