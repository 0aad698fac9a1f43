import { defaultAddress } from '@/lib/after-sales/domain/decide/review'
import { parseQueueParams } from '@/lib/after-sales/params'
import { readSettledCases, selectCases } from '@/lib/after-sales/selection-queries'
import type { Membership, Viewer } from '@/lib/auth/gate'
import type { Scope } from '@/lib/auth/scope'
import { isAssignable, readAddresses, readTitles } from './facts-queries'
import { hasPlaceholders } from './fill-text'
import { judgeCase } from './judge-case'
import { savePrepared } from './prepared-store'
import type { Plan } from './step'
import { type Judged, summarize } from './summary'
import { BULK_LIMIT, type BulkAct, type BulkSelection, type PrepareOutcome, type PrepareRefusal } from './views'

/** Somebody at the desk of the shop that it shows. */
type AtDesk = Pick<Viewer, 'userId' | 'name'> & { current: Membership }
type Asked = { act: BulkAct; selection: BulkSelection }

/** What the act would do to every selected case of the shop, kept until it is confirmed. Nothing is done. */
export async function prepareRun(viewer: AtDesk, { act, selection }: Asked): Promise<PrepareOutcome> {
  const { shopId } = viewer.current
  if (act.type === 'sendMessage' && act.text === '') return refused({ code: 'textEmpty' })
  if (act.type === 'assign' && act.userId !== null && !(await isAssignable(shopId, act.userId)))
    return refused({ code: 'assigneeUnknown' })
  const nos = await resolveSelection(viewer, selection)
  if (nos.length === 0) return refused({ code: 'nothingSelected' })
  if (nos.length > BULK_LIMIT) return refused({ code: 'tooMany', limit: BULK_LIMIT })
  const returnAddress = act.type === 'approve' ? defaultAddress(await readAddresses(shopId)) : null
  const plan: Plan = { act, returnAddressId: returnAddress?.id ?? null }
  const judged = await judgeAll(viewer, plan, nos)
  const id = await savePrepared({ shopId, userId: viewer.userId, plan, judged })
  const summary = summarize(judged)
  return {
    ok: true,
    preview: { id, act, ...summary, returnAddress: summary.returns > 0 ? returnAddress : null },
  }
}

/** The selected numbers in their order, each once; one too many where there are too many. */
async function resolveSelection({ userId, current }: AtDesk, selection: BulkSelection): Promise<string[]> {
  if ('nos' in selection) return [...new Set(selection.nos)]
  const filter = parseQueueParams(new URLSearchParams(selection.query))
  return selectCases(scopeOf(current), filter, { userId, except: selection.except, limit: BULK_LIMIT + 1 })
}

async function judgeAll({ userId, name, current }: AtDesk, plan: Plan, nos: readonly string[]): Promise<Judged[]> {
  const actor = { role: current.role, id: userId }
  const found = new Map<string, Judged>()
  for await (const { now, cases } of readSettledCases(scopeOf(current), nos)) {
    const readNos = cases.map(({ state }) => state.no)
    const titles = hasPlaceholders(plan.act) ? await readTitles(current.shopId, readNos) : null
    for (const read of cases) {
      const { no, version, amountFen } = read.state
      const verdict = judgeCase(plan, read, { actor, now, titles: titles?.get(no) ?? [], writer: name })
      found.set(no, { no, version, amountFen, verdict })
    }
  }
  return nos.map((no) => found.get(no) ?? unknown(no))
}

function unknown(no: string): Judged {
  return { no, version: null, amountFen: 0, verdict: { goes: false, refusal: { code: 'caseUnknown' } } }
}

function scopeOf({ shopId }: Membership): Scope {
  return { kind: 'SHOPS', shopIds: [shopId] }
}

function refused(refusal: PrepareRefusal): PrepareOutcome {
  return { ok: false, refusal }
}
