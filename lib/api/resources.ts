import { act } from './act-endpoint'
import { getCase, listEvents, listMessages, openCase } from './case-endpoints'
import { listCases } from './case-list'
import type { ParamsOf, Resource } from './operation'
import { getOrder, postDelivery, postShipment, putOrder } from './order-endpoints'
import { getRefunds, retryRefund } from './refund-endpoints'
import { getClock, postClock, postShopKey } from './sandbox-endpoints'
import { putShop } from './shop-endpoint'

/** All that there is below /api/v1. The router answers by this table, and the OpenAPI document describes it. */
export const RESOURCES = table({
  '/shops/{shopId}': { PUT: putShop },
  '/orders/{orderNo}': { GET: getOrder, PUT: putOrder },
  '/orders/{orderNo}/shipment': { POST: postShipment },
  '/orders/{orderNo}/delivery': { POST: postDelivery },
  '/after-sales': { GET: listCases, POST: openCase },
  '/after-sales/{no}': { GET: getCase },
  '/after-sales/{no}/events': { GET: listEvents },
  '/after-sales/{no}/messages': { GET: listMessages, POST: act('messages') },
  '/after-sales/{no}/messages/read': { POST: act('messages/read') },
  '/after-sales/{no}/withdraw': { POST: act('withdraw') },
  '/after-sales/{no}/return-shipment': { POST: act('return-shipment') },
  '/after-sales/{no}/contacts': { POST: act('contacts') },
  '/after-sales/{no}/approve': { POST: act('approve') },
  '/after-sales/{no}/reject': { POST: act('reject') },
  '/after-sales/{no}/confirm-receipt': { POST: act('confirm-receipt') },
  '/refunds': { GET: getRefunds },
  '/refunds/{no}/retry': { POST: retryRefund },
  '/sandbox/clock': { GET: getClock, POST: postClock },
  '/sandbox/shop-keys': { POST: postShopKey },
})

/** Holds every operation to the parameters that its path has. */
function table<T extends { [Path in keyof T & string]: Resource<ParamsOf<Path>> }>(resources: T): T {
  return resources
}
