import { attachmentsAt } from './attachment-queries'

const OF_CASE = 'e."shopId" = c."shopId" AND e."afterSaleNo" = c."no"'
const OPENING = `(SELECT e."seq" FROM "AfterSaleEvent" e WHERE ${OF_CASE} AND e."type" = 'DisputeOpened')`
const AT = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::bigint`

/** R4 What was said, given and asked for in the dispute of `c`, as the API shows it; not looked for where there was none. */
export const DISPUTE_FACTS = `CASE WHEN c."dispute" IS NOT NULL THEN jsonb_build_object(
  'attachments', ${attachmentsAt({ shopId: 'c."shopId"', no: 'c."no"', seq: OPENING })},
  'submissions', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', e."id", 'side', e."side", 'text', e."text",
       'attachments', ${attachmentsAt({ shopId: 'e."shopId"', no: 'e."afterSaleNo"', seq: 'e."seq"' })},
       'at', ${AT('e."submittedAt"')}) ORDER BY e."seq") FROM "Evidence" e WHERE ${OF_CASE}), '[]'),
  'requests', COALESCE((SELECT jsonb_agg(jsonb_build_object('from', e."data"->'sides', 'note', e."data"->>'note',
       'dueAt', e."data"->'dueAt', 'at', ${AT('e."recordedAt"')}) ORDER BY e."seq")
     FROM "AfterSaleEvent" e WHERE ${OF_CASE} AND e."type" = 'EvidenceRequested'), '[]')) END AS "disputeFacts"`
