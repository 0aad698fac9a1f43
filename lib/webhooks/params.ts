import { DELIVERY_STATUSES, type DeliveryStatus } from './views'

/** The `status` of a URL that lists deliveries; undefined, which is all of them, for none and for nonsense. */
export function parseDeliveryStatus(value: unknown): DeliveryStatus | undefined {
  return DELIVERY_STATUSES.find((status) => status === value)
}
