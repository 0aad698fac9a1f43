import { isIPv6 } from 'node:net'

/** The first 64 bits of an IPv6 address: whoever has one has all that begin so. Anything else is what it is. */
export function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(bare)) return bare
  // written in one way only
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const zeros = Array(8 - (front?.length ?? 0) - (back?.length ?? 0)).fill('0')
  const groups = tail === undefined ? (front ?? []) : [...(front ?? []), ...zeros, ...(back ?? [])]
  return `${groups.slice(0, 4).join(':')}::/64`
}
