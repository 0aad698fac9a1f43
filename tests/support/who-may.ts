/**
 * Who may what: every page, every server action, every route. "Who may do what" of the rules, as the tests in
 * tests/permissions hold the code to it; docs/permissions.md is printed from it.
 */
export type Who =
  /** Signed in or not. */
  | 'ANYBODY'
  /** Whoever is signed in: what is his own. */
  | 'VIEWER'
  /** Whoever works for any shop: of the one that his desk shows. */
  | 'DESK'
  /** Whoever works for the shop of what is named. */
  | 'MEMBER'
  /** He himself, of what is his own in a shop that he works for. */
  | 'OWNER'
  /** Managers of the shop of what is named. */
  | 'MANAGER'
  | 'SUPPORT'
  /** Support that does not work for the shop of what is named: nobody rules on his own. */
  | 'OUTSIDE_SUPPORT'
  /** Members of the shop of what is named, and support. */
  | 'MEMBER_OR_SUPPORT'
  /** Managers of the shop of what is named, and support. */
  | 'MANAGER_OR_SUPPORT'
  /** The same, but for support that works for that shop. */
  | 'MANAGER_OR_OUTSIDE_SUPPORT'

/** By the folder in lib and the name of the action. */
export const ACTIONS: { [action: string]: Who } = {
  'account/changePassword': 'VIEWER',
  'account/endOtherSessions': 'VIEWER',
  'after-sales/actOnCase': 'MEMBER',
  'after-sales/nextUrgentCase': 'DESK',
  'api-keys/createShopKey': 'MANAGER',
  'api-keys/revokeShopKey': 'MANAGER',
  'api-keys/rotateShopKey': 'MANAGER',
  'auth/signIn': 'ANYBODY',
  'auth/signOut': 'ANYBODY',
  'auth/switchShop': 'MEMBER',
  'bulk/prepareBulk': 'DESK',
  'bulk/startBulk': 'OWNER',
  'bulk/stopBulk': 'OWNER',
  'disputes/actOnDispute': 'OUTSIDE_SUPPORT',
  'disputes/claimDispute': 'OUTSIDE_SUPPORT',
  'disputes/nextDispute': 'SUPPORT',
  'disputes/releaseDispute': 'SUPPORT',
  'disputes/submitEvidencePack': 'MEMBER',
  'i18n/setLocale': 'ANYBODY',
  'instant-refund/switchInstantRefund': 'MANAGER',
  // by what the link opens, whoever holds it
  'invitations/joinAsNew': 'ANYBODY',
  'invitations/joinSignedIn': 'ANYBODY',
  'invitations/joinWithPassword': 'ANYBODY',
  'invitations/leaveForLink': 'ANYBODY',
  'marks/assignCase': 'MEMBER',
  'marks/flagCase': 'MEMBER',
  'marks/noteCase': 'MEMBER',
  'members/changeMemberRole': 'MANAGER',
  'members/deactivate': 'MANAGER',
  'members/inviteMember': 'MANAGER',
  'members/reactivate': 'MANAGER',
  'members/renewLink': 'MANAGER',
  'members/withdrawInvitation': 'MANAGER',
  'notifications/chooseNoticeMail': 'MEMBER',
  'notifications/markAllNoticesRead': 'VIEWER',
  'notifications/markCaseNoticesRead': 'MEMBER',
  'quick-replies/addQuickReply': 'MANAGER',
  'quick-replies/changeQuickReply': 'MANAGER',
  'quick-replies/moveQuickReply': 'MANAGER',
  'quick-replies/removeQuickReply': 'MANAGER',
  // R7.2
  'refunds/retryRefund': 'MANAGER_OR_OUTSIDE_SUPPORT',
  'sandbox/advanceSandboxClock': 'VIEWER',
  'saved-filters/moveFilter': 'OWNER',
  'saved-filters/removeFilter': 'OWNER',
  'saved-filters/renameFilter': 'OWNER',
  'saved-filters/saveFilter': 'MEMBER',
  'saved-filters/updateFilter': 'OWNER',
  'shops/addReturnAddress': 'MANAGER',
  'shops/changeReturnAddress': 'MANAGER',
  'shops/makeDefaultAddress': 'MANAGER',
  'shops/removeReturnAddress': 'MANAGER',
  // half signed in, by a cookie of their own
  'two-step/finishSignIn': 'ANYBODY',
  'two-step/leaveHalfWay': 'ANYBODY',
  // his own; a new one is offered to managers and support
  'two-step/offerTwoStep': 'VIEWER',
  'two-step/replaceRecoveryCodes': 'VIEWER',
  'two-step/takeOffTwoStep': 'VIEWER',
  'two-step/turnOnTwoStep': 'VIEWER',
  'webhooks/createWebhookEndpoint': 'MANAGER',
  'webhooks/deleteWebhookEndpoint': 'MANAGER',
  'webhooks/resendWebhook': 'MANAGER',
  'webhooks/resumeWebhookEndpoint': 'MANAGER',
  'webhooks/rotateWebhookSecret': 'MANAGER',
}

/** `KEY`: by an API key alone, tests/api/generated*.db.test.ts. `SIGNED`: by the payment service's signature alone. */
export type WhoAtRoute = Who | 'KEY' | 'SIGNED'

/** Below app/api. */
export const ROUTES: { [route: string]: WhoAtRoute } = {
  'GET desk/bulk': 'DESK',
  'GET desk/bulk/[id]': 'OWNER',
  'GET desk/disputes': 'SUPPORT',
  'GET desk/disputes/counts': 'SUPPORT',
  'GET desk/disputes/found': 'SUPPORT',
  'GET desk/export/cases': 'MANAGER',
  'HEAD desk/export/cases': 'MANAGER',
  'GET desk/export/instant-refund-replay': 'MANAGER',
  'HEAD desk/export/instant-refund-replay': 'MANAGER',
  'POST desk/files': 'MEMBER',
  'GET desk/files/[id]': 'MEMBER_OR_SUPPORT',
  'HEAD desk/files/[id]': 'MEMBER_OR_SUPPORT',
  'GET desk/members': 'MEMBER',
  'GET desk/notices': 'VIEWER',
  'GET desk/notices/unread': 'VIEWER',
  'GET desk/presence': 'DESK',
  'POST desk/presence': 'MEMBER',
  'GET desk/queue': 'DESK',
  'GET desk/replies': 'MEMBER',
  'GET desk/services': 'DESK',
  'GET desk/services/counts': 'DESK',
  'GET desk/shop-disputes': 'DESK',
  'GET desk/shop-disputes/counts': 'DESK',
  'GET desk/summary': 'DESK',
  'GET desk/webhooks': 'MANAGER',
  'GET desk/webhooks/[id]': 'MANAGER',
  'GET desk/webhooks/[id]/[deliveryId]': 'MANAGER',
  'GET events': 'VIEWER',
  // an empty answer
  'HEAD events': 'ANYBODY',
  'GET health': 'ANYBODY',
  'GET openapi.json': 'ANYBODY',
  'POST payment-callback': 'SIGNED',
  'DELETE v1/[[...path]]': 'KEY',
  'GET v1/[[...path]]': 'KEY',
  // which methods there are
  'OPTIONS v1/[[...path]]': 'ANYBODY',
  'PATCH v1/[[...path]]': 'KEY',
  'POST v1/[[...path]]': 'KEY',
  'PUT v1/[[...path]]': 'KEY',
}

/** Below app, with all the layouts around it. A manager's page is of the shop that his desk shows. */
export const PAGES: { [page: string]: Who } = {
  // what the link opens, whoever holds it
  '(auth)/invite/[token]': 'ANYBODY',
  '(auth)/sign-in': 'ANYBODY',
  '(merchant)/cases': 'DESK',
  '(merchant)/cases/[no]': 'MEMBER',
  '(merchant)/notifications/settings': 'DESK',
  '(merchant)/services': 'DESK',
  '(merchant)/settings': 'MANAGER',
  '(merchant)/settings/addresses': 'MANAGER',
  '(merchant)/settings/history': 'MANAGER',
  '(merchant)/settings/instant-refund': 'MANAGER',
  '(merchant)/settings/keys': 'MANAGER',
  '(merchant)/settings/members': 'MANAGER',
  '(merchant)/settings/replies': 'MANAGER',
  '(merchant)/settings/webhooks': 'MANAGER',
  '(merchant)/settings/webhooks/[id]': 'MANAGER',
  '(merchant)/shop-disputes': 'DESK',
  '(merchant)/shop-disputes/[no]': 'MEMBER',
  '(support)/disputes': 'SUPPORT',
  '(support)/disputes/[no]': 'SUPPORT',
  '(support)/refunds': 'MANAGER_OR_SUPPORT',
  '(support)/support/notifications': 'SUPPORT',
  '(own)/account': 'VIEWER',
  'api/docs': 'ANYBODY',
  rules: 'ANYBODY',
}

/** Below app. What they show by themselves; the root's holds nothing but the language. */
export const LAYOUTS: { [layout: string]: Who } = {
  '': 'ANYBODY',
  '(merchant)': 'DESK',
  '(merchant)/cases': 'DESK',
  '(merchant)/services': 'DESK',
  '(merchant)/settings': 'MANAGER',
  '(merchant)/shop-disputes': 'DESK',
  '(own)': 'VIEWER',
  '(support)': 'VIEWER',
  '(support)/disputes': 'SUPPORT',
}
