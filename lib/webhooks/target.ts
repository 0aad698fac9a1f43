import type { LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { type Lookup, resolveName } from './resolve-name'

/** Which addresses webhooks may go to: those of the public internet, and nothing that only this machine or its network sees. */

/** The IANA registry of special-purpose IPv4 blocks, and the address under which Azure's machines ask for their secrets. */
const REFUSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Of IPv6 only this is the public internet, which leaves out what embeds IPv4 (mapped, NAT64) and all that is local. */
const PUBLIC_IPV6 = ['2000::/3']
/** Special within it: Teredo and its neighbours, documentation, 6to4, AS112. */
const REFUSED_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

const refusedIpv4 = listOf(REFUSED_IPV4, 'ipv4')
const publicIpv6 = listOf(PUBLIC_IPV6, 'ipv6')
const refusedIpv6 = listOf(REFUSED_IPV6, 'ipv6')

/** Whether the address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refusedIpv4.check(address, 'ipv4')
    case 6:
      // an address with a zone is local by its nature
      return !address.includes('%') && publicIpv6.check(address, 'ipv6') && !refusedIpv6.check(address, 'ipv6')
    default:
      return false
  }
}

/** The address that a URL names outright; null where it names a host. */
export function literalOf({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 ? null : bare
}

/** A name turned out to be an address that webhooks do not go to. */
export class PrivateTargetError extends Error {
  override name = 'PrivateTargetError'
}

/**
 * For a connection: looks a name up and gives the very addresses that were checked, or an error if one of them is not
 * public. There is no second look-up between the check and the connection that could say otherwise.
 */
export function guardLookup(lookup: Lookup = resolveName): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = error ?? findPrivate(hostname, addresses)
      const first = addresses?.[0]
      if (refused || !first) callback(refused ?? new Error(`${hostname} has no address`), '')
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

/** Whether the URL leads to an address that is not public, as far as can be told in `timeoutMs`: a name may be unknown yet. */
export async function leadsToPrivate(
  url: URL,
  { lookup = resolveName, timeoutMs = 3000 }: { lookup?: Lookup; timeoutMs?: number } = {},
): Promise<boolean> {
  const literal = literalOf(url)
  if (literal !== null) return !isPublicAddress(literal)
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs, false)
    lookup(url.hostname, { all: true }, (error, addresses) => {
      clearTimeout(timer)
      resolve(!error && findPrivate(url.hostname, addresses) !== null)
    })
  })
}

function findPrivate(hostname: string, addresses: readonly LookupAddress[]): PrivateTargetError | null {
  const found = addresses.find(({ address }) => !isPublicAddress(address))
  return found ? new PrivateTargetError(`${hostname} leads to ${found.address}`) : null
}

function listOf(blocks: readonly string[], type: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const block of blocks) {
    const [net = '', prefix] = block.split('/')
    list.addSubnet(net, Number(prefix), type)
  }
  return list
}
