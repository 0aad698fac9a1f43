import { isCaseIn } from '@/lib/after-sales/api-queries'
import type { ActorRole } from '@/lib/after-sales/domain/after-sale'
import { mayAct } from '@/lib/after-sales/domain/permissions'
import { type CommandRequest, handleCommand } from '@/lib/after-sales/handle-command'
import { type ApiKey, scopeOfKey } from '@/lib/auth/api-keys'
import { ACTS, type ActPath } from './acts'
import { afterSaleSchema } from './after-sale-schema'
import { answerHandled } from './case-answer'
import { writing } from './endpoint'
import type { Operation } from './operation'
import { notPermitted } from './problem'
import { roleForAct, roleOfKey } from './reader'

/** `POST /after-sales/{no}/<path>`: the case as it then is. */
export function act(path: ActPath): Operation<{ no: string }> {
  const { type, body, summary, description } = ACTS[path]
  return writing({
    summary,
    description,
    answer: afterSaleSchema,
    // whether the case is there, the command finds out by itself
    async admit({ key }) {
      const role = roleForAct(roleOfKey(key), type)
      return mayAct(role, type) ? { ok: true, granted: actorOf(key, role) } : { ok: false, answer: notPermitted() }
    },
    isThere: ({ key, params }) => isCaseIn(scopeOfKey(key), params.no),
    body,
    async run(tx, { key, params, granted, body, request }) {
      const scope = scopeOfKey(key)
      const handled = await handleCommand(tx, { scope, actor: granted, no: params.no, ...body })
      return answerHandled(tx, handled, { key, request })
    },
  })
}

/** The platform speaks for the buyer of whatever case it names. */
function actorOf(key: ApiKey, role: ActorRole): CommandRequest['actor'] {
  return role === 'BUYER' ? 'BUYER' : { role, id: `key:${key.id}` }
}
