/**
 * Who may call what the desk offers: every server action, every route of the desk. "Who may do what" of the rules, as the
 * tests hold the code to it.
 */
export type Who =
  /** Signed in or not. */
  | 'ANYBODY'
  /** Whoever is signed in: what is his own. */
  | 'VIEWER'
  /** Whoever works for the shop. */
  | 'MEMBER'
  | 'SUPPORT'

/** What the shop's managers may do, and a valid call of it for the shop. */
export type ManagersOnly = { managersOf: (shopId: string) => unknown }

const id = '00000000-0000-4000-8000-000000000000'

/** By the module in lib and the name of the action. */
export const ACTIONS: { [action: string]: Who | ManagersOnly } = {
  'after-sales/actOnCase': 'MEMBER',
  'after-sales/nextUrgentCase': 'MEMBER',
  'auth/signIn': 'ANYBODY',
  'auth/signOut': 'ANYBODY',
  'auth/switchShop': 'VIEWER',
  'disputes/actOnDispute': 'SUPPORT',
  'disputes/claimDispute': 'SUPPORT',
  'disputes/nextDispute': 'SUPPORT',
  'disputes/releaseDispute': 'SUPPORT',
  'disputes/submitEvidencePack': 'MEMBER',
  'i18n/setLocale': 'ANYBODY',
  'notifications/chooseNoticeMail': 'VIEWER',
  'notifications/markAllNoticesRead': 'VIEWER',
  'notifications/markCaseNoticesRead': 'VIEWER',
  // R7.2 managers and support, by the role in the case's shop
  'refunds/retryRefund': 'MEMBER',
  // in a sandbox, where it belongs to everybody
  'sandbox/advanceSandboxClock': 'VIEWER',

  'api-keys/createShopKey': { managersOf: (shopId) => ({ shopId, name: 'ERP', role: 'AGENT' }) },
  'api-keys/rotateShopKey': { managersOf: (shopId) => ({ shopId, id, overlap: '0' }) },
  'api-keys/revokeShopKey': { managersOf: (shopId) => ({ shopId, id }) },
  'webhooks/createWebhookEndpoint': {
    managersOf: (shopId) => ({ shopId, url: 'https://93.184.215.14/hook', types: null }),
  },
  'webhooks/deleteWebhookEndpoint': { managersOf: (shopId) => ({ shopId, id }) },
  'webhooks/rotateWebhookSecret': { managersOf: (shopId) => ({ shopId, id }) },
  'webhooks/resumeWebhookEndpoint': { managersOf: (shopId) => ({ shopId, id }) },
  'webhooks/resendWebhook': { managersOf: (shopId) => ({ shopId, endpointId: id, deliveryId: id }) },
}

/** The routes below app/api/desk. A manager's route is told the shop by `?shop=`. */
export const ROUTES: { [route: string]: Who | 'MANAGER' } = {
  'GET disputes': 'SUPPORT',
  'GET disputes/counts': 'SUPPORT',
  'GET export/cases': 'MANAGER',
  'HEAD export/cases': 'MANAGER',
  'POST files': 'MEMBER',
  'GET files/[id]': 'VIEWER',
  'HEAD files/[id]': 'VIEWER',
  'GET notices': 'VIEWER',
  'GET notices/unread': 'VIEWER',
  'GET queue': 'MEMBER',
  'GET services': 'MEMBER',
  'GET services/counts': 'MEMBER',
  'GET shop-disputes': 'MEMBER',
  'GET shop-disputes/counts': 'MEMBER',
  'GET summary': 'MEMBER',
  'GET webhooks': 'MANAGER',
  'GET webhooks/[id]': 'MANAGER',
  'GET webhooks/[id]/[deliveryId]': 'MANAGER',
}
