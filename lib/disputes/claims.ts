import type { Command } from '@/lib/after-sales/domain/commands'
import { type Handled, handleCommand } from '@/lib/after-sales/handle-command'
import { lockCase } from '@/lib/after-sales/store'
import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { putClaim, readClaim, removeClaim } from './claim-store'
import type { ClaimedByColleague, ClaimOutcome } from './views'

/** Support takes disputes, so that two do not rule on one. Whatever is decided here is decided under the case's lock. */

export type SupportCommand = Extract<Command, { type: 'ruleDispute' | 'requestEvidence' }>
type SupportRequest = { no: string; version?: number | undefined; command: SupportCommand }

/** Takes a dispute that is heard. `takeOver`: from the colleague, too, who has it. Taking one's own changes nothing. */
export async function claimDispute(
  userId: string,
  no: string,
  { takeOver }: { takeOver: boolean },
): Promise<ClaimOutcome> {
  return inTransaction(EVERYWHERE, async (tx) => {
    const locked = await lockCase(tx, EVERYWHERE, no, { memberId: userId })
    if (!locked) return { ok: false, gone: true }
    const { state, memberOfShop } = locked
    if (memberOfShop) return { ok: false, refusal: { code: 'notPermitted', act: 'ruleDispute' } }
    if (state.status !== 'IN_DISPUTE') {
      const { status, dispute } = state
      if (dispute) return { ok: false, refusal: { code: 'disputeFinal', clause: 'R4.5', no } }
      return { ok: false, refusal: { code: 'notAllowedInStatus', clause: 'R4.5', act: 'ruleDispute', status } }
    }
    const claim = await readClaim(tx, state)
    if (claim && claim.userId !== userId && !takeOver) return { ok: false, refusal: claimedBy(claim) }
    if (claim?.userId !== userId) await putClaim(tx, state, userId)
    return { ok: true }
  })
}

/** Gives one's own claim back; a colleague's stays his. */
export async function releaseDispute(userId: string, no: string): Promise<ClaimOutcome> {
  return inTransaction(EVERYWHERE, async (tx) => {
    const locked = await lockCase(tx, EVERYWHERE, no)
    if (!locked) return { ok: false, gone: true }
    const claim = await readClaim(tx, locked.state)
    if (claim && claim.userId !== userId) return { ok: false, refusal: claimedBy(claim) }
    if (claim) await removeClaim(tx, locked.state)
    return { ok: true }
  })
}

/** R4.4, R4.5 An act of support, refused while a colleague has the dispute. */
export async function actAsSupport(
  userId: string,
  { no, version, command }: SupportRequest,
): Promise<Handled | { ok: false; refusal: ClaimedByColleague }> {
  return inTransaction(EVERYWHERE, async (tx) => {
    const locked = await lockCase(tx, EVERYWHERE, no)
    const claim = locked && (await readClaim(tx, locked.state))
    if (claim && claim.userId !== userId) return { ok: false, refusal: claimedBy(claim) }
    return handleCommand(tx, { scope: EVERYWHERE, actor: { role: 'SUPPORT', id: userId }, no, command, version })
  })
}

function claimedBy({ userId, name }: ClaimedByColleague['by']): ClaimedByColleague {
  return { code: 'claimedByColleague', by: { userId, name } }
}
