import type { LookupAddress, LookupAllOptions } from 'node:dns'
import { Resolver } from 'node:dns/promises'

/** As `dns.lookup` with `all`. */
export type Lookup = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

// c-ares: the system's look-up blocks a thread for as long as a name server likes, and there are four of them in the process
const resolver = () => new Resolver({ timeout: 2000, tries: 2 })

/** Asks the name servers, and no file of this machine; `localhost` is what it says. */
export const resolveName: Lookup = (hostname, _options, callback) => {
  if (/(^|\.)localhost\.?$/i.test(hostname)) {
    callback(null, [toAddress('127.0.0.1'), toAddress('::1')])
    return
  }
  const ask = resolver()
  void Promise.allSettled([ask.resolve4(hostname), ask.resolve6(hostname)]).then((answers) => {
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    if (found.length > 0) callback(null, found.map(toAddress))
    else callback(Object.assign(new Error(`${hostname} is unknown`), { code: 'ENOTFOUND' }), [])
  })
}

function toAddress(address: string): LookupAddress {
  return { address, family: address.includes(':') ? 6 : 4 }
}
