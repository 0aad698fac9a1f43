import type { LookupAddress } from 'node:dns'
import { describe, expect, test } from 'vitest'
import type { Lookup } from './resolve-name'
import { guardLookup, isPublicAddress, leadsToPrivate, literalOf, PrivateTargetError } from './target'

/** A name server that says, each time it is asked, what comes next. */
function answering(...answers: (string[] | 'unknown')[]): Lookup {
  return (_hostname, _options, callback) => {
    const next = answers.length > 1 ? answers.shift() : answers[0]
    if (next === undefined || next === 'unknown') {
      callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), [])
      return
    }
    callback(
      null,
      next.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '93.184.215.14',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001::1',
]

const NOT_PUBLIC = [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.0.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '100.127.255.255', '168.63.129.16'],
  ...['192.0.0.192', '192.0.2.1', '192.88.99.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
  ...['224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1'],
  ...['64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2002:a00:1::1', '2001:0:7f00:1::'],
  ...['fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'fd20:ce::254', 'ff02::1', 'ff05::2'],
  ...['2001:db8::1', '3fff::1', '100::1', '5f00::1', '4000::1', '2620:4f:8000::1'],
  ...['', 'localhost', '1.1.1', '1.1.1.1.'],
]

test.each(PUBLIC)('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))
test.each(NOT_PUBLIC)('%j is not', (address) => expect(isPublicAddress(address)).toBe(false))

describe('a URL that names an address in a roundabout way', () => {
  test.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:0001]/',
    'http://１２７.０.０.１/',
    'http://127.0.0.1./',
    'https://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/latest/',
    'http://[64:ff9b::7f00:1]/',
  ])('%s is private', async (url) => {
    expect(literalOf(new URL(url))).not.toBeNull()
    expect(await leadsToPrivate(new URL(url))).toBe(true)
  })
})

describe('a name', () => {
  const url = new URL('https://hooks.example.com/')

  test('is private when any of its addresses is', async () => {
    expect(await leadsToPrivate(url, { lookup: answering(['1.1.1.1', '10.0.0.1']) })).toBe(true)
    expect(await leadsToPrivate(url, { lookup: answering(['::ffff:10.0.0.1']) })).toBe(true)
    expect(await leadsToPrivate(url, { lookup: answering(['1.1.1.1', '2606:4700:4700::1111']) })).toBe(false)
  })

  test('may not resolve yet, or not soon', async () => {
    expect(await leadsToPrivate(url, { lookup: answering('unknown') })).toBe(false)
    expect(await leadsToPrivate(url, { lookup: () => undefined, timeoutMs: 1 })).toBe(false)
  })

  test.each(['localhost', 'LOCALHOST', 'localhost.', 'a.localhost'])('%s is private', async (host) => {
    expect(await leadsToPrivate(new URL(`http://${host}/`))).toBe(true)
  })
})

describe('for a connection', () => {
  const ask = (lookup: Lookup, all: boolean) =>
    new Promise((resolve) =>
      guardLookup(lookup)('hooks.example.com', { all }, (error, addresses) => resolve(error ?? addresses)),
    )

  test('gives what was checked', async () => {
    expect(await ask(answering(['1.1.1.1', '8.8.8.8']), false)).toBe('1.1.1.1')
    expect(await ask(answering(['1.1.1.1']), true)).toEqual([{ address: '1.1.1.1', family: 4 }])
  })

  test('gives nothing when one is private, unknown or missing', async () => {
    expect(await ask(answering(['1.1.1.1', '127.0.0.1']), true)).toBeInstanceOf(PrivateTargetError)
    expect(await ask(answering(['127.0.0.1']), false)).toBeInstanceOf(PrivateTargetError)
    expect(await ask(answering('unknown'), false)).toMatchObject({ code: 'ENOTFOUND' })
    expect(await ask(answering([]), true)).toBeInstanceOf(Error)
  })
})
