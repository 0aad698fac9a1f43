import { env } from '@/lib/env'
import type { GatewayName, RefundGateway } from './gateway'
import { createHttpGateway } from './http-gateway'
import { ledger } from './ledger'

/** Which gateways there are; a refund stays with the one it was first sent to. */
export type Gateways = {
  /** Where a refund goes that was never sent. */
  preferred(): RefundGateway
  /** Null when it is no longer configured. */
  find(name: GatewayName): RefundGateway | null
}

/** By the environment: the payment system of AFTERDESK_PAYMENT_URL if there is one, else the ledger. */
export const configuredGateways: Gateways = {
  preferred: () => configuredHttp() ?? ledger,
  find: (name) => (name === 'LEDGER' ? ledger : configuredHttp()),
}

function configuredHttp(): RefundGateway | null {
  const { AFTERDESK_PAYMENT_URL: url, AFTERDESK_PAYMENT_SECRET: secret } = env()
  return url !== undefined && secret !== undefined ? createHttpGateway({ url, secret }) : null
}
