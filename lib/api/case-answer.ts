import { readCase } from '@/lib/after-sales/facts-queries'
import type { Handled } from '@/lib/after-sales/handle-command'
import { type ApiKey, scopeOfKey } from '@/lib/auth/api-keys'
import type { Tx } from '@/lib/db/transaction'
import { type AfterSaleJson, toAfterSaleJson } from './after-sale-json'
import { type Answer, answer } from './answer'
import { notFound, problemOfRefusal } from './problem'
import { readerOf } from './reader'

/** What became of a command: the case as it stands in this transaction, or why not. */
export async function answerHandled(
  tx: Tx,
  handled: Handled,
  { key, request, status = 200 }: { key: ApiKey; request: Request; status?: 200 | 201 },
): Promise<Answer<AfterSaleJson>> {
  if (!handled.ok) return 'missing' in handled ? notFound() : problemOfRefusal(handled.refusal)
  const facts = await readCase(tx, scopeOfKey(key), handled.state.no)
  return facts ? answer(status, toAfterSaleJson(facts, readerOf(key, request))) : notFound()
}
