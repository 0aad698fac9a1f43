import { act } from './act-endpoint'
import { getCase, listEvents, listMessages, openCase } from './case-endpoints'
import { listCases } from './case-list'
import { getFile, getThumbnail, postFile } from './file-endpoints'
import { putInstantRefund } from './instant-refund-endpoint'
import type { ParamsOf, Resource } from './operation'
import { getOrder, postDelivery, postShipment, putOrder } from './order-endpoints'
import { getRefunds, retryRefund } from './refund-endpoints'
import { getClock, postClock, postShopKey } from './sandbox-endpoints'
import { putShop } from './shop-endpoint'
import { getWebhookDeliveries, resendWebhookDelivery } from './webhook-deliveries'
import {
  getWebhookEndpoint,
  getWebhookEndpoints,
  postWebhookEndpoint,
  postWebhookResume,
  postWebhookSecret,
  removeWebhookEndpoint,
} from './webhook-endpoints'

/** All that there is below /api/v1. The router answers by this table, and the OpenAPI document describes it. */
export const RESOURCES = table({
  '/shops/{shopId}': { PUT: putShop },
  '/shops/{shopId}/instant-refund': { PUT: putInstantRefund },
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
  '/after-sales/{no}/service-proposal': { POST: act('service-proposal') },
  '/after-sales/{no}/service-agreement': { POST: act('service-agreement') },
  '/after-sales/{no}/service-step': { POST: act('service-step') },
  '/after-sales/{no}/dispute': { POST: act('dispute') },
  '/after-sales/{no}/dispute/evidence': { POST: act('dispute/evidence') },
  '/after-sales/{no}/dispute/evidence-request': { POST: act('dispute/evidence-request') },
  '/after-sales/{no}/dispute/withdraw': { POST: act('dispute/withdraw') },
  '/after-sales/{no}/dispute/concede': { POST: act('dispute/concede') },
  '/after-sales/{no}/dispute/ruling': { POST: act('dispute/ruling') },
  '/files': { POST: postFile },
  '/files/{id}': { GET: getFile },
  '/files/{id}/thumbnail': { GET: getThumbnail },
  '/refunds': { GET: getRefunds },
  '/refunds/{no}/retry': { POST: retryRefund },
  '/webhook-endpoints': { GET: getWebhookEndpoints, POST: postWebhookEndpoint },
  '/webhook-endpoints/{id}': { GET: getWebhookEndpoint, DELETE: removeWebhookEndpoint },
  '/webhook-endpoints/{id}/secret': { POST: postWebhookSecret },
  '/webhook-endpoints/{id}/resume': { POST: postWebhookResume },
  '/webhook-endpoints/{id}/deliveries': { GET: getWebhookDeliveries },
  '/webhook-endpoints/{id}/deliveries/{deliveryId}/resend': { POST: resendWebhookDelivery },
  '/sandbox/clock': { GET: getClock, POST: postClock },
  '/sandbox/shop-keys': { POST: postShopKey },
})

/** Holds every operation to the parameters that its path has. */
function table<T extends { [Path in keyof T & string]: Resource<ParamsOf<Path>> }>(resources: T): T {
  return resources
}
