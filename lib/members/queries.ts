import type { ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { stateOfInvitation } from './domain/invitation'
import { type MemberRole, refuseDeactivation, refuseReactivation, refuseRoleChange } from './domain/member'
import type { InvitationView, MemberView, StaffView } from './views'

/** Links that ran out before so many days are not listed any more. */
const EXPIRED_SHOWN_DAYS = 30

type MemberRow = {
  userId: string
  name: string
  email: string
  role: MemberRole
  active: boolean
  support: boolean
  since: Date
}
type InvitationRow = Pick<InvitationView, 'id' | 'email' | 'role' | 'invitedBy'> & {
  createdAt: Date
  expiresAt: Date
  mailedAt: Date | null
}

/** Who works for the shop and who is invited to; `viewerId`: the manager who looks. */
export async function loadStaff(shopId: ShopId, viewerId: string): Promise<StaffView> {
  const [members, invitations, clock] = await Promise.all([
    within(ofShop(shopId)).query<MemberRow>(
      `SELECT m."userId", u."name", u."email", m."role", m."active", u."support", m."createdAt" AS "since"
       FROM "Member" m JOIN "User" u ON u."id" = m."userId" WHERE m."shopId" = $1
       ORDER BY m."role" DESC, m."createdAt", m."userId"`,
      [shopId],
    ),
    within(ofShop(shopId)).query<InvitationRow>(
      `SELECT i."id", i."email", i."role", u."name" AS "invitedBy", i."createdAt", i."expiresAt", i."mailedAt"
       FROM "Invitation" i JOIN "User" u ON u."id" = i."invitedBy"
       WHERE i."shopId" = $1 AND i."revokedAt" IS NULL AND i."acceptedAt" IS NULL
         AND i."expiresAt" > app_now() - $2 * INTERVAL '1 day'
       ORDER BY i."createdAt" DESC, i."id"`,
      [shopId, EXPIRED_SHOWN_DAYS],
    ),
    within(ofShop(shopId)).query<{ now: Date }>(`SELECT app_now() AS "now"`),
  ])
  const now = clock.rows[0]?.now.getTime() ?? 0
  const views = members.rows.map((row) => toMember(row, members.rows, viewerId))
  return {
    active: views.filter(({ active }) => active),
    deactivated: views.filter(({ active }) => !active),
    invitations: invitations.rows.map((row) => toInvitation(row, now)),
    now,
  }
}

function toMember({ support, since, ...member }: MemberRow, staff: readonly MemberRow[], by: string): MemberView {
  const { userId } = member
  const role = member.role === 'AGENT' ? 'MANAGER' : 'AGENT'
  return {
    ...member,
    since: since.getTime(),
    self: userId === by,
    refused: {
      roleChange: refuseRoleChange(staff, { userId, by, role }),
      deactivation: refuseDeactivation(staff, { userId, by }),
      reactivation: refuseReactivation(staff, { userId, by, support }),
    },
  }
}

function toInvitation({ createdAt, expiresAt, mailedAt, ...row }: InvitationRow, now: number): InvitationView {
  const life = { expiresAt: expiresAt.getTime(), revokedAt: null, acceptedAt: null }
  return {
    ...row,
    createdAt: createdAt.getTime(),
    expiresAt: life.expiresAt,
    expired: stateOfInvitation(life, now).kind === 'EXPIRED',
    mailedAt: mailedAt?.getTime() ?? null,
  }
}
