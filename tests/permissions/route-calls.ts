import { randomUUID } from 'node:crypto'
import { jpeg, multipart } from '@/tests/support/files'
import { makeDelivery, makeEndpoint } from './endpoints'
import { type Maker, makeCase, makeDisputed, makeFile, makeStarted, makeTab, type Names } from './things'

/** A valid request to every route that has a door, for a thing of the shop. */
export type RouteCall = {
  thing?: Maker
  search?: (names: Names) => Record<string, string>
  /** Given, it is what is sent; a GET or HEAD unless. */
  send?: (url: string, names: Names) => Promise<Request>
  /** 200 unless. */
  status?: number
  /** What is answered to somebody of no or another shop, who may not; and to one of the shop. */
  refusal?: { outside?: number; inside?: number }
  /** The answer is a text of the shop's that who may reads there. */
  shows?: true
}

const ofShop = ({ shopId = '' }: Names) => ({ shop: shopId })
const todo = () => ({ lane: 'TO_RULE', column: 'TODO', tab: 'ALL' })
const desk: RouteCall = { search: todo, refusal: { outside: 401 } }
const support: RouteCall = { search: todo, refusal: { outside: 401, inside: 401 } }
const exported: RouteCall = { search: ofShop, refusal: { outside: 404, inside: 403 } }
const webhook: RouteCall = { search: ofShop, refusal: { outside: 404, inside: 404 } }
const file: RouteCall = { thing: makeFile, refusal: { outside: 404 } }

export const ROUTE_CALLS: { [route: string]: RouteCall } = {
  'GET desk/bulk': desk,
  'GET desk/bulk/[id]': { thing: makeStarted, refusal: { outside: 404 } },
  'GET desk/disputes': { ...support, shows: true },
  'GET desk/disputes/counts': support,
  'GET desk/disputes/found': { ...support, thing: makeDisputed, search: ({ no = '' }) => ({ no }), shows: true },
  'GET desk/export/cases': { ...exported, search: (names) => ({ ...ofShop(names), tab: 'ALL' }), shows: true },
  'HEAD desk/export/cases': exported,
  'GET desk/export/instant-refund-replay': exported,
  'HEAD desk/export/instant-refund-replay': exported,
  'POST desk/files': { search: ofShop, send: sendFile, status: 201, refusal: { outside: 401 } },
  'GET desk/files/[id]': file,
  'HEAD desk/files/[id]': file,
  'GET desk/members': { search: ofShop, refusal: { outside: 404 }, shows: true },
  'GET desk/notices': { shows: true },
  'GET desk/notices/unread': {},
  'GET desk/presence': desk,
  'POST desk/presence': { thing: makeTab, send: sendLook, status: 204, refusal: { outside: 404 } },
  'GET desk/queue': { ...desk, shows: true },
  'GET desk/replies': { search: ofShop, refusal: { outside: 404 } },
  'GET desk/services': { ...desk, shows: true },
  'GET desk/services/counts': desk,
  'GET desk/shop-disputes': { ...desk, shows: true },
  'GET desk/shop-disputes/counts': desk,
  'GET desk/summary': desk,
  'GET desk/webhooks': { ...webhook, thing: makeEndpoint },
  'GET desk/webhooks/[id]': { ...webhook, thing: makeEndpoint },
  'GET desk/webhooks/[id]/[deliveryId]': { ...webhook, thing: makeDelivery },
  'GET events': { thing: makeCase },
}

async function sendFile(url: string): Promise<Request> {
  const content = await jpeg()
  const { body, headers } = multipart([{ field: 'file', name: `${randomUUID()}.jpg`, type: 'image/jpeg', content }])
  const type = headers.get('content-type') ?? ''
  return new Request(url, {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
    duplex: 'half',
  } as RequestInit)
}

async function sendLook(url: string, { no, tabId }: Names): Promise<Request> {
  const body = JSON.stringify({ no, tabId })
  const headers = { 'sec-fetch-site': 'same-origin', 'content-length': String(body.length) }
  return new Request(url, { method: 'POST', body, headers })
}
