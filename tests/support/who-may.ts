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
const address = { name: '南栀售后', phone: '0575-84110000', region: '浙江省 绍兴市 柯桥区', detail: '纺都路 88 号' }
const listed = { kind: 'REPLY', locale: 'zh-CN' }
const reply = { title: '问候', text: '您好，正在为您核实', reasonCode: null }

/** By the module in lib and the name of the action. */
export const ACTIONS: { [action: string]: Who | ManagersOnly } = {
  'account/changePassword': 'VIEWER',
  'account/endOtherSessions': 'VIEWER',
  'after-sales/actOnCase': 'MEMBER',
  'after-sales/nextUrgentCase': 'MEMBER',
  'auth/signIn': 'ANYBODY',
  'auth/signOut': 'ANYBODY',
  'auth/switchShop': 'VIEWER',
  'bulk/prepareBulk': 'MEMBER',
  // his own runs, in the shops that he works for
  'bulk/startBulk': 'MEMBER',
  'bulk/stopBulk': 'MEMBER',
  'disputes/actOnDispute': 'SUPPORT',
  'disputes/claimDispute': 'SUPPORT',
  'disputes/nextDispute': 'SUPPORT',
  'disputes/releaseDispute': 'SUPPORT',
  'disputes/submitEvidencePack': 'MEMBER',
  'i18n/setLocale': 'ANYBODY',
  'invitations/joinAsNew': 'ANYBODY',
  'invitations/joinSignedIn': 'ANYBODY',
  'invitations/joinWithPassword': 'ANYBODY',
  'invitations/leaveForLink': 'ANYBODY',
  'marks/assignCase': 'MEMBER',
  'marks/flagCase': 'MEMBER',
  'marks/noteCase': 'MEMBER',
  'notifications/chooseNoticeMail': 'VIEWER',
  'notifications/markAllNoticesRead': 'VIEWER',
  'notifications/markCaseNoticesRead': 'VIEWER',
  // R7.2 managers and support, by the role in the case's shop
  'refunds/retryRefund': 'MEMBER',
  // each his own
  'saved-filters/moveFilter': 'MEMBER',
  'saved-filters/removeFilter': 'MEMBER',
  'saved-filters/renameFilter': 'MEMBER',
  'saved-filters/saveFilter': 'MEMBER',
  'saved-filters/updateFilter': 'MEMBER',
  // in a sandbox, where it belongs to everybody
  'sandbox/advanceSandboxClock': 'VIEWER',
  // half signed in, by a cookie of their own
  'two-step/finishSignIn': 'ANYBODY',
  'two-step/leaveHalfWay': 'ANYBODY',
  // his own; a new one is offered to managers and support
  'two-step/offerTwoStep': 'VIEWER',
  'two-step/replaceRecoveryCodes': 'VIEWER',
  'two-step/takeOffTwoStep': 'VIEWER',
  'two-step/turnOnTwoStep': 'VIEWER',

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
  'instant-refund/switchInstantRefund': { managersOf: (shopId) => ({ shopId, enabled: true, seen: false }) },
  'members/changeMemberRole': { managersOf: (shopId) => ({ shopId, userId: id, role: 'AGENT' }) },
  'members/deactivate': { managersOf: (shopId) => ({ shopId, userId: id }) },
  'members/inviteMember': { managersOf: (shopId) => ({ shopId, email: 'new@shop.example', role: 'AGENT' }) },
  'members/reactivate': { managersOf: (shopId) => ({ shopId, userId: id }) },
  'members/renewLink': { managersOf: (shopId) => ({ shopId, id }) },
  'members/withdrawInvitation': { managersOf: (shopId) => ({ shopId, id }) },
  'quick-replies/addQuickReply': { managersOf: (shopId) => ({ shopId, ...listed, reply }) },
  'quick-replies/changeQuickReply': { managersOf: (shopId) => ({ shopId, ...listed, id, seen: reply, reply }) },
  'quick-replies/moveQuickReply': { managersOf: (shopId) => ({ shopId, ...listed, id, direction: 'UP' }) },
  'quick-replies/removeQuickReply': { managersOf: (shopId) => ({ shopId, ...listed, id }) },
  'shops/addReturnAddress': { managersOf: (shopId) => ({ shopId, address }) },
  'shops/changeReturnAddress': { managersOf: (shopId) => ({ shopId, id, seen: address, address }) },
  'shops/makeDefaultAddress': { managersOf: (shopId) => ({ shopId, id }) },
  'shops/removeReturnAddress': { managersOf: (shopId) => ({ shopId, id }) },
}

/** The routes below app/api/desk. A manager's route is told the shop by `?shop=`. */
export const ROUTES: { [route: string]: Who | 'MANAGER' } = {
  'GET bulk': 'MEMBER',
  'GET bulk/[id]': 'MEMBER',
  'GET disputes': 'SUPPORT',
  'GET disputes/found': 'SUPPORT',
  'GET disputes/counts': 'SUPPORT',
  'GET export/cases': 'MANAGER',
  'HEAD export/cases': 'MANAGER',
  'GET export/instant-refund-replay': 'MANAGER',
  'HEAD export/instant-refund-replay': 'MANAGER',
  'POST files': 'MEMBER',
  'GET files/[id]': 'VIEWER',
  'HEAD files/[id]': 'VIEWER',
  'GET members': 'MEMBER',
  'GET notices': 'VIEWER',
  'GET notices/unread': 'VIEWER',
  'GET presence': 'MEMBER',
  'POST presence': 'MEMBER',
  'GET queue': 'MEMBER',
  'GET replies': 'MEMBER',
  'GET services': 'MEMBER',
  'GET services/counts': 'MEMBER',
  'GET shop-disputes': 'MEMBER',
  'GET shop-disputes/counts': 'MEMBER',
  'GET summary': 'MEMBER',
  'GET webhooks': 'MANAGER',
  'GET webhooks/[id]': 'MANAGER',
  'GET webhooks/[id]/[deliveryId]': 'MANAGER',
}
