import { z } from 'zod'
import { SUPPORT_ACTS } from './act-bodies'
import { act, listCases, type Person, think } from './desk'

const stuckSchema = z.object({ data: z.array(z.object({ no: z.string() })) })
const ASKS_FOR_MORE = 0.25

/** Rules on disputes and sends stuck refunds on their way again, until `going` says that it is over. */
export async function beSupport(support: Person, going: () => boolean): Promise<void> {
  while (going()) {
    await ruleOnOne(support)
    if (going()) await retryStuck(support)
    await think(support)
  }
}

async function ruleOnOne(support: Person): Promise<void> {
  const disputed = await listCases(support, 'status=IN_DISPUTE&limit=50')
  if (disputed.length === 0) return
  const seen = support.chance.pick(disputed)
  const rules = seen.dispute?.stage === 'UNDER_REVIEW' && !support.chance.hits(ASKS_FOR_MORE)
  if (!rules && !support.chance.hits(ASKS_FOR_MORE)) return
  const path = rules ? 'dispute/ruling' : 'dispute/evidence-request'
  const token = support.newToken()
  await act(support, seen, { path, token, body: SUPPORT_ACTS[path](token, support.chance) })
}

/** R7.2 What waits for a person. Returns how many did. */
export async function retryStuck(support: Person): Promise<number> {
  const { client, key } = support
  const listed = await client.call({ method: 'GET', path: 'refunds?status=STUCK&limit=20', key })
  const stuck = listed.kind === 'done' ? stuckSchema.parse(listed.body).data : []
  for (const { no } of stuck)
    await client.call({ method: 'POST', path: `refunds/${no}/retry`, key, body: {}, name: support.newToken() })
  return stuck.length
}
