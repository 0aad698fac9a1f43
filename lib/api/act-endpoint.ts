import { findCaseParties } from '@/lib/after-sales/api-queries'
import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { CommandType } from '@/lib/after-sales/domain/commands'
import { mayAct } from '@/lib/after-sales/domain/permissions'
import { handleCommand } from '@/lib/after-sales/handle-command'
import { type ApiKey, scopeOfKey } from '@/lib/auth/api-keys'
import { ACTS, type ActPath } from './acts'
import { afterSaleSchema } from './after-sale-schema'
import { answerHandled } from './case-answer'
import { writing } from './endpoint'
import type { Operation } from './operation'
import { notFound, notPermitted } from './problem'
import { roleForAct, roleOfKey } from './reader'

/** `POST /after-sales/{no}/<path>`: the case as it then is. */
export function act(path: ActPath): Operation<{ no: string }> {
  const { type, body, summary, description } = ACTS[path]
  return writing({
    summary,
    description,
    answer: afterSaleSchema,
    async admit({ key, params }) {
      const parties = await findCaseParties(scopeOfKey(key), params.no)
      if (!parties) return { ok: false, answer: notFound() }
      const actor = actorOf(key, type, parties.buyerId)
      return mayAct(actor.role, type) ? { ok: true, granted: actor } : { ok: false, answer: notPermitted() }
    },
    body,
    async run(tx, { key, params, granted, body, request }) {
      const scope = scopeOfKey(key)
      const handled = await handleCommand(tx, { scope, actor: granted, no: params.no, ...body })
      return answerHandled(tx, handled, { key, request })
    },
  })
}

function actorOf(key: ApiKey, type: CommandType, buyerId: string): Actor {
  const role = roleForAct(roleOfKey(key), type)
  return { role, id: role === 'BUYER' ? buyerId : `key:${key.id}` }
}
