import pg from 'pg'
import { pool } from '@/lib/db/pool'
import { APP_ROLE } from '@/lib/db/session'
import { logger } from '@/lib/logger'
import { OperatorError } from '@/lib/operator-error'

/**
 * Makes sure that the application's connections work as its role. Throws OperatorError when they cannot; warns when
 * whoever logs in could become more than the role again.
 */
export async function checkAppLogin(): Promise<void> {
  const { rows } = await pool()
    .query<{ login: string; sheds: boolean }>(
      `SELECT quote_ident(session_user) AS "login", rolsuper OR rolbypassrls OR EXISTS (
         SELECT FROM pg_class WHERE oid = to_regclass('"AfterSale"') AND pg_has_role(session_user, relowner, 'MEMBER')) AS "sheds"
       FROM pg_roles WHERE rolname = session_user`,
    )
    .catch((error: unknown) => {
      throw explain(error)
    })
  if (!rows[0]?.sheds) return
  logger().warn(
    { login: rows[0].login },
    `DATABASE_URL logs in as somebody who can leave the role ${APP_ROLE}: give the migrations AFTERDESK_OWNER_URL, and ` +
      `DATABASE_URL a login that is ${APP_ROLE} and nothing more`,
  )
}

function explain(error: unknown): OperatorError {
  const said = error instanceof Error ? error.message : String(error)
  const refused = error instanceof pg.DatabaseError && error.code === '42501'
  return new OperatorError(
    refused
      ? `DATABASE_URL may not work as ${APP_ROLE}: an administrator has to run once: GRANT ${APP_ROLE} TO its login.`
      : `The application cannot log in, check DATABASE_URL: ${said}`,
    { cause: error },
  )
}
