import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import type { SettingChange } from './change-store'
import { AREA_OF, type HistoryFilter, PLATFORM_AUTHOR } from './params'
import type { AuthorChoice, ChangeAuthor, ChangeView, HistoryPage } from './views'

const PAGE = 50

type AuthorRow = {
  actorRole: Actor['role']
  actorId: string | null
  personName: string | null
  /** Of a key of the shop's. */
  keyName: string | null
}
type Row = AuthorRow & { id: number; changedAt: Date; change: SettingChange }

const AUTHOR = `c."actorRole", c."actorId", u."name" AS "personName", k."name" AS "keyName"`
const FROM = `"SettingChange" c LEFT JOIN "User" u ON u."id" = c."actorId"
  LEFT JOIN "ApiKey" k ON 'key:' || k."id" = c."actorId" AND k."shopId" = c."shopId"`
/** Neither somebody of the shop nor one of its programs. */
const BY_PLATFORM = `(c."actorRole" NOT IN ('AGENT', 'MANAGER') OR u."id" IS NULL AND k."id" IS NULL)`

/** What was changed of the shop's settings, newest first, a page at a time. */
export async function loadHistory(shopId: ShopId, { area, by, before }: HistoryFilter): Promise<HistoryPage> {
  const kinds = Object.entries(AREA_OF).flatMap(([kind, of]) => (of === area ? [kind] : []))
  const [changes, authors, clock] = await Promise.all([
    within(ofShop(shopId)).query<Row>(
      `SELECT c."id", c."changedAt", ${AUTHOR}, json_build_object('kind', c."kind", 'data', c."data") AS "change"
       FROM ${FROM}
       WHERE c."shopId" = $1 AND ($2::text[] IS NULL OR c."kind" = ANY ($2)) AND ($3::bigint IS NULL OR c."id" < $3)
         AND CASE WHEN $4::text IS NULL THEN TRUE WHEN $4 = '${PLATFORM_AUTHOR}' THEN ${BY_PLATFORM}
           ELSE c."actorId" = $4 AND NOT ${BY_PLATFORM} END
       ORDER BY c."id" DESC LIMIT ${PAGE + 1}`,
      [shopId, area ? kinds : null, before ?? null, by ?? null],
    ),
    within(ofShop(shopId)).query<AuthorRow>(
      `SELECT DISTINCT ON (c."actorId") ${AUTHOR} FROM ${FROM}
       WHERE c."shopId" = $1 ORDER BY c."actorId", c."id" DESC`,
      [shopId],
    ),
    within(ofShop(shopId)).query<{ now: Date }>(`SELECT app_now() AS "now"`),
  ])
  const rows = changes.rows.slice(0, PAGE).map(toView)
  const more = changes.rows.length > PAGE
  return {
    rows,
    next: more ? (rows.at(-1)?.id ?? null) : null,
    authors: choicesOf(authors.rows),
    now: clock.rows[0]?.now.getTime() ?? 0,
  }
}

function toView({ id, changedAt, change, ...author }: Row): ChangeView {
  return { id, at: changedAt.getTime(), author: toAuthor(author), change }
}

function toAuthor({ actorRole, actorId, personName, keyName }: AuthorRow): ChangeAuthor {
  const role = actorRole === 'AGENT' || actorRole === 'MANAGER' ? actorRole : null
  if (role && actorId !== null && personName !== null)
    return { kind: 'MEMBER', userId: actorId, name: personName, role }
  if (role && keyName !== null) return { kind: 'KEY', name: keyName, role }
  if (actorId === null) return { kind: 'PLATFORM', by: 'COMMAND_LINE' }
  return { kind: 'PLATFORM', by: personName === null ? 'KEY' : 'SUPPORT' }
}

/** People and programs by name, the platform once and last. */
function choicesOf(rows: readonly AuthorRow[]): AuthorChoice[] {
  const all = rows.map((row) => ({ row, author: toAuthor(row) }))
  const own = all.flatMap(({ row, author }) =>
    author.kind === 'PLATFORM' ? [] : [{ value: row.actorId ?? '', author, name: author.name }],
  )
  own.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  const platform = all.find(({ author }) => author.kind === 'PLATFORM')
  return [
    ...own.map(({ value, author }) => ({ value, author })),
    ...(platform ? [{ value: PLATFORM_AUTHOR, author: platform.author }] : []),
  ]
}
