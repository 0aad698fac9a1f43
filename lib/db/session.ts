/** Whom the application's connections work as: it owns nothing, and reaches only what a transaction names (reach.ts). */
export const APP_ROLE = 'afterdesk_app'

/** What every connection of the application begins with. Prisma stores instants shifted unless it runs in UTC. */
export const APP_SESSION = `-c timezone=UTC -c role=${APP_ROLE}`
